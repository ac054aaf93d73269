"""A file of our own that is either whole or nothing: written in one step, read under a checksum, never trusted."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH103, PTH105, PTH108, PTH112, PTH118, PTH120, PTH123

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable

_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# What boundary remembers; can be deleted at any time.\n"


class CheckedFile:
    """`magic` tells kinds and formats of files apart. `warn` gets one sentence for each failure, which is never more
    than a loss of time."""

    def __init__(self, path: str, magic: bytes, warn: Callable[[str], None]) -> None:
        self.path = path
        self._magic = magic
        self._warn = warn

    def read(self) -> memoryview | None:
        """What was written; None where there is nothing, or nothing whole."""
        try:
            with open(self.path, "rb", buffering=0) as file:
                content = file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._warn(f"the cache {self.path} could not be read ({error.strerror}); it is ignored")
            return None
        head = len(self._magic) + 4
        body = memoryview(content)[head:]
        if content[:head] != self._head(zlib.crc32(body)):
            self.spoiled()
            return None
        return body

    def spoiled(self) -> None:
        """What was read makes no sense."""
        self._warn(f"the cache {self.path} was damaged; it is rebuilt")

    def write(self, parts: Iterable[bytes]) -> None:
        """Replace the content. A reader, or another writer, never meets half of it."""
        import contextlib
        import tempfile

        body = b"".join(parts)
        temporary = None
        try:
            prepare_cache(os.path.dirname(self.path))
            handle, temporary = tempfile.mkstemp(dir=os.path.dirname(self.path), suffix=".new")
            with open(handle, "wb") as file:
                file.write(self._head(zlib.crc32(body)))
                file.write(body)
            os.replace(temporary, self.path)
        except OSError as error:
            self._warn(f"the cache {self.path} could not be written ({error.strerror})")
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)

    def _head(self, checksum: int) -> bytes:
        return self._magic + checksum.to_bytes(4, "little")


def prepare_cache(directory: str) -> None:
    """The cache directory, marked as one for backup programs and version control."""
    if os.path.isdir(directory):
        return
    os.makedirs(directory, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
            file.write(text)
