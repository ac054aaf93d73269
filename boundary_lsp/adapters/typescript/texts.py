"""Byte offsets to the checker's: UTF-16 units, a byte order mark not counted."""

from __future__ import annotations

_MARK = b"\xef\xbb\xbf"


class Text:
    """One file as we read it."""

    def __init__(self, source: bytes) -> None:
        self._skipped = len(_MARK) if source.startswith(_MARK) else 0
        self.source = source[self._skipped :]
        self._plain = self.source.isascii()
        self._units = (
            b"" if self._plain else self.source.decode("utf-8", "replace").encode("utf-16-le", "surrogatepass")
        )

    def __len__(self) -> int:
        return len(self.source) if self._plain else len(self._units) // 2

    def offset(self, byte: int) -> int:
        byte = max(0, byte - self._skipped)
        if self._plain:
            return byte
        return len(_units(self.source[:byte])) // 2

    def between(self, start: int, end: int) -> str:
        """By the checker's offsets."""
        if self._plain:
            return self.source[start:end].decode("ascii")
        return self._units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _units(source: bytes) -> bytes:
    return source.decode("utf-8", "replace").encode("utf-16-le", "surrogatepass")
