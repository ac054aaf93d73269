"""Facts between runs: one file per root in the user's cache directory.

Rationale. Only the expensive pure step is remembered: a file's facts, under the digest of its bytes. A stamp (size,
time, inode) saves the reading, never decides about content that differs. The file is msgpack, schema-checked and under
a checksum, because a cache that could hold code would be code. It is read in one go, and facts are decoded only when
asked for. It is replaced as a whole: two runs at once each leave a complete file, the last one stays.

    length of the index | index | blobs, one after the other
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

import msgspec

from boundary_lsp.adapters.checked_file import CheckedFile
from boundary_lsp.ports import FactStore, Parsed, Stamp


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
        self._file = CheckedFile(store_path(directory, root, "facts"), b"boundary-facts-1", warn)
        self._root = root
        self._key = key

    @property
    def path(self) -> str:
        return self._file.path

    def load(self) -> Mapping[str, Parsed]:
        """Empty where there is nothing, or nothing of use: of another version or another root, damaged, unreadable."""
        body = self._file.read()
        if body is None:
            return {}
        try:
            return _decode(body, self._key, self._root)
        except msgspec.DecodeError:
            self._file.spoiled()
            return {}

    def save(self, entries: Iterable[Parsed]) -> None:
        """Replace what was stored. Failing to is a warning: the next run is slower, nothing else."""
        self._file.write(_encode(entries, self._key, self._root))


class DiskBlobStore:
    """Some bytes of a kind for a root, under a key that says what else they depend on."""

    def __init__(self, directory: str, root: str, kind: str, key: str, warn: Callable[[str], None]) -> None:
        self._file = CheckedFile(store_path(directory, root, kind), f"boundary-{kind}-1".encode(), warn)
        self._key = key.encode("utf-8", "surrogateescape")

    def load(self) -> bytes | None:
        body = self._file.read()
        if body is None or body[: len(self._key)] != self._key:
            return None
        return bytes(body[len(self._key) :])

    def save(self, content: bytes) -> None:
        self._file.write((self._key, content))


class NoStore:
    """Remembers nothing: `--no-cache`, and texts in memory."""

    def load(self) -> Mapping[str, Parsed]:
        return {}

    def save(self, entries: Iterable[Parsed]) -> None: ...


class ReadOnly:
    """A store of somebody else's facts."""

    def __init__(self, store: FactStore) -> None:
        self.load = store.load

    def save(self, entries: Iterable[Parsed]) -> None: ...


class NoBlobStore:
    """Likewise."""

    def load(self) -> bytes | None:
        return None

    def save(self, content: bytes) -> None: ...


def store_path(directory: str, root: str, kind: str) -> str:
    name = blake2b(root.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
    return f"{directory}/{name}.{kind}"


def _decode(body: memoryview, key: str, root: str) -> Mapping[str, Parsed]:
    first = 8 + int.from_bytes(body[:8], "little")
    index = _index_decoder.decode(body[8:first])
    if index.key != key or index.root != root:
        return {}
    return StoredFacts(body[first:], index.rows)


def _encode(entries: Iterable[Parsed], key: str, root: str) -> Iterable[bytes]:
    rows: list[_Row] = []
    blobs: list[bytes] = []
    at = 0
    for entry in entries:
        rows.append(_Row(entry.path, entry.stamp, entry.digest, at, at + len(entry.encoded)))
        blobs.append(entry.encoded)
        at += len(entry.encoded)
    index = msgspec.msgpack.encode(_Index(key, root, rows))
    return (len(index).to_bytes(8, "little"), index, *blobs)
