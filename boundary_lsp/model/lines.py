"""Byte offsets to lines and columns, and back: the only place that knows what a line is.

Lines end at `\\n`, `\\r\\n` and `\\r`, as editors have it, and nowhere else (not at U+2028 or a form feed).
Lines and columns are 0-based here; a report adds one. A byte order mark is not part of the first line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Columns(Enum):
    """What a column counts."""

    CODE_POINTS = "utf-32"
    UTF8 = "utf-8"
    UTF16 = "utf-16"


class LineIndex:
    """The lines of one text. Never fails: what is out of range is clamped, what is not UTF-8 counts as replaced."""

    __slots__ = ("_source", "_starts")

    def __init__(self, source: bytes) -> None:
        self._source = source
        first = len(_BYTE_ORDER_MARK) if source.startswith(_BYTE_ORDER_MARK) else 0
        self._starts = [first, *(match.end() for match in _LINE_END.finditer(source, first))]

    def __len__(self) -> int:
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line in which the byte stands; a line's end belongs to the line."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def text(self, line: int) -> bytes:
        """A line without its end; empty when there is no such line."""
        if not 0 <= line < len(self._starts):
            return b""
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._source)
        return self._source[self._starts[line] : end].rstrip(b"\r\n")

    def position(self, offset: int, columns: Columns = Columns.CODE_POINTS) -> tuple[int, int]:
        """(line, column) of a byte offset."""
        line = self.line_of(min(offset, len(self._source)))
        return line, _width(self._source[self._starts[line] : max(offset, 0)], columns)

    def offset(self, line: int, column: int, columns: Columns = Columns.CODE_POINTS) -> int:
        """The byte offset of a position; a column beyond the line's end is the line's end."""
        if line < 0:
            return self._starts[0]
        if line >= len(self._starts):
            return len(self._source)
        return self._starts[line] + _bytes_of(self.text(line), max(column, 0), columns)


def _width(prefix: bytes, columns: Columns) -> int:
    if columns is Columns.UTF8 or prefix.isascii():
        return len(prefix)
    text = prefix.decode("utf-8", "replace")
    if columns is Columns.CODE_POINTS:
        return len(text)
    return len(text.encode("utf-16-le")) // 2


def _bytes_of(line: bytes, column: int, columns: Columns) -> int:
    if columns is Columns.UTF8 or line.isascii():
        return min(column, len(line))
    text = line.decode("utf-8", "surrogateescape")
    text = _utf16_prefix(text, column) if columns is Columns.UTF16 else text[:column]
    return len(text.encode("utf-8", "surrogateescape"))


def _utf16_prefix(text: str, units: int) -> str:
    """As many whole characters as fit in that many UTF-16 units."""
    for at, character in enumerate(text):
        units -= 2 if character > "\uffff" else 1
        if units < 0:
            return text[:at]
    return text
