"""Facts between runs: one file per root in the user's cache directory.

Rationale. Only the expensive pure step is remembered: a file's facts, under the digest of its bytes. A stamp (size,
time, inode) saves the reading, never decides about content that differs. The file is msgpack, schema-checked and under
a checksum, because a cache that could hold code would be code. It is read in one go, and facts are decoded only when
asked for. It is replaced as a whole: two runs at once each leave a complete file, the last one stays.

    magic, checksum of the rest | length of the index | index | blobs, one after the other
"""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH103, PTH105, PTH108, PTH112, PTH118, PTH123

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

import msgspec

from boundary_lsp.ports import Parsed, Stamp

_MAGIC = b"boundary-facts-1"
_HEAD = len(_MAGIC) + 4
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Facts about source files; can be deleted at any time.\n"


class _Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    path: str
    stamp: Stamp
    digest: bytes
    start: int
    end: int


class _Index(msgspec.Struct, frozen=True, array_like=True, gc=False):
    key: str
    root: str
    rows: list[_Row]


_index_decoder = msgspec.msgpack.Decoder(_Index)


class StoredFacts(Mapping[str, Parsed]):
    """What a store held, sliced out of its one buffer when asked for."""

    def __init__(self, blobs: memoryview, rows: list[_Row]) -> None:
        self._blobs = blobs
        self._rows = {row.path: row for row in rows}

    def __getitem__(self, path: str) -> Parsed:
        row = self._rows[path]
        return Parsed(path, row.stamp, row.digest, bytes(self._blobs[row.start : row.end]))

    def __contains__(self, path: object) -> bool:
        return path in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class DiskFactStore:
    """`key` is everything else that facts depend on: the tool, its grammars, the format. `warn` gets one sentence."""

    def __init__(self, directory: str, root: str, key: str, warn: Callable[[str], None]) -> None:
        name = blake2b(root.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
        self._directory = directory
        self._path = os.path.join(directory, f"{name}.facts")
        self._root = root
        self._key = key
        self._warn = warn

    @property
    def path(self) -> str:
        return self._path

    def load(self) -> Mapping[str, Parsed]:
        """Empty where there is nothing, or nothing of use: of another version or another root, damaged, unreadable."""
        try:
            with open(self._path, "rb", buffering=0) as file:
                content = file.read()
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._warn(f"the cache {self._path} could not be read ({error.strerror}); it is ignored")
            return {}
        try:
            return _decode(content, self._key, self._root)
        except (ValueError, msgspec.DecodeError):
            self._warn(f"the cache {self._path} was damaged; it is rebuilt")
            return {}

    def save(self, entries: Iterable[Parsed]) -> None:
        """Replace what was stored. Failing to is a warning: the next run is slower, nothing else."""
        import contextlib
        import tempfile

        temporary = None
        try:
            _prepare(self._directory)
            handle, temporary = tempfile.mkstemp(dir=self._directory, suffix=".new")
            with open(handle, "wb") as file:
                for part in _encode(entries, self._key, self._root):
                    file.write(part)
            os.replace(temporary, self._path)
        except OSError as error:
            self._warn(f"the cache {self._path} could not be written ({error.strerror})")
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)


class NoStore:
    """Remembers nothing: `--no-cache`, and texts in memory."""

    def load(self) -> Mapping[str, Parsed]:
        return {}

    def save(self, entries: Iterable[Parsed]) -> None: ...


def _decode(content: bytes, key: str, root: str) -> Mapping[str, Parsed]:
    if content[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a store")
    body = memoryview(content)[_HEAD:]
    if zlib.crc32(body).to_bytes(4, "little") != content[len(_MAGIC) : _HEAD]:
        raise ValueError("checksum")
    first = 8 + int.from_bytes(body[:8], "little")
    index = _index_decoder.decode(body[8:first])
    if index.key != key or index.root != root:
        return {}
    return StoredFacts(body[first:], index.rows)


def _encode(entries: Iterable[Parsed], key: str, root: str) -> tuple[bytes, bytes]:
    rows: list[_Row] = []
    blobs: list[bytes] = []
    at = 0
    for entry in entries:
        rows.append(_Row(entry.path, entry.stamp, entry.digest, at, at + len(entry.encoded)))
        blobs.append(entry.encoded)
        at += len(entry.encoded)
    index = msgspec.msgpack.encode(_Index(key, root, rows))
    body = b"".join((len(index).to_bytes(8, "little"), index, *blobs))
    return _MAGIC + zlib.crc32(body).to_bytes(4, "little"), body


def _prepare(directory: str) -> None:
    """The cache directory, marked as one for backup programs and version control."""
    if os.path.isdir(directory):
        return
    os.makedirs(directory, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
            file.write(text)
