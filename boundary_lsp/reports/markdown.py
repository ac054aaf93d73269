"""Markdown of limited length, and text in it that is nothing but text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_CLOSING = 200
"""Kept free for the line that says what was left out."""
_ESCAPED = str.maketrans({"|": "\\|", "<": "&lt;", ">": "&gt;", "&": "&amp;", "\n": " ", "\r": " "})


class Bounded:
    """Lines, as long as there is room for them."""

    def __init__(self, limit: int) -> None:
        self._room = limit - _CLOSING
        self._lines: list[str] = []
        self._left_out = 0

    def add(self, *lines: str) -> None:
        """All of them or, where there is no room for that, none."""
        size = sum(map(_size, lines))
        if size <= self._room:
            self._room -= size
            self._lines += lines

    def table(self, before: Sequence[str], head: Sequence[str], rows: Sequence[str], after: Sequence[str] = ()) -> None:
        """As many rows as there is room for; nothing of it where there is none for the first."""
        around = sum(map(_size, (*before, *head, "", *after)))
        shown = list(_fitting(rows, self._room - around))
        if shown:
            self.add(*before, *head, *shown, "", *after)
        if len(shown) < len(rows):
            self._room = 0
        self._left_out += len(rows) - len(shown)

    def result(self) -> str:
        if self._left_out:
            rows = f"{self._left_out:,} {'row' if self._left_out == 1 else 'rows'}"
            self._lines.append(f"**Cut: {rows} did not fit here.** `boundary endpoints --format html` shows all.")
        return "\n".join(self._lines).rstrip() + "\n"


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= _size(row)
        if room < 0:
            return
        yield row


def row_of(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def plain(text: str) -> str:
    """As it is, whatever Markdown or HTML would make of it."""
    escaped = text.translate(_ESCAPED)
    return "".join(f"\\{character}" if character in "*_`[]#~@" else character for character in escaped)


def code(text: str) -> str:
    """In `<code>`, which unlike backquotes can hold a bar and a backquote in a table."""
    return f"<code>{plain(text)}</code>"


def _size(line: str) -> int:
    """With its line end, as the service counts: in UTF-16."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
