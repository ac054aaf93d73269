"""The dead-endpoint report for a comment on a pull request: what to act on in the open, the rest folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.model.endpoints_page import KEEP, Changed, Difference, Page, Row
from boundary_lsp.reports.endpoint_words import REACH, STATES

LIMIT = 65_536
"""Characters that GitHub lets a comment have."""
_CLOSING = 200
"""Kept free for the line that says what was left out."""
_HEAD = ("| endpoint | state | reachable by | callers | what to do |", "| --- | --- | --- | --- | --- |")
_SHORT_HEAD = ("| endpoint | state | reachable by | callers |", "| --- | --- | --- | --- |")
_ESCAPED = str.maketrans({"|": "\\|", "<": "&lt;", ">": "&gt;", "&": "&amp;", "\n": " ", "\r": " "})


def markdown_endpoints(page: Page, limit: int = LIMIT) -> str:
    """At most `limit` characters; a line says so where something had to be left out."""
    text = _Bounded(limit)
    text.add(f"## Endpoints of {_plain(page.project)}", "", page.headline, "")
    text.add(", ".join(f"{s.count:,} {s.label.lower()}" for s in page.states if s.count), "")
    if page.base:
        text.add(f"### Since {_plain(page.base)}", "")
        if not page.differences:
            text.add("No endpoint is other than it was, and the browser loads the same files.", "")
    for difference in page.differences:
        text.table((f"**{difference.title} ({len(difference.entries):,})**", ""), *_difference_table(difference))
    for group in page.groups:
        title = f"### {group.title} ({len(group.rows):,})"
        text.table((title, "", group.reason, ""), _HEAD, [_act(row) for row in group.rows])
    kept = [row for row in page.rows if row.rank == KEEP]
    if kept:
        folded = ("<details>", f"<summary>{_summary(len(kept))}</summary>", "")
        text.table(folded, _SHORT_HEAD, [_short(row) for row in kept], ("</details>", ""))
    text.add(*(f"> {_plain(note)}" for note in page.notes))
    return text.result()


class _Bounded:
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


def _difference_table(difference: Difference) -> tuple[Sequence[str], Sequence[str]]:
    if difference.entries[0].name:
        return ("| endpoint | |", "| --- | --- |"), [_changed(entry) for entry in difference.entries]
    return ("| file |", "| --- |"), [f"| {_code(entry.path)} |" for entry in difference.entries]


def _changed(entry: Changed) -> str:
    return _row(f"{_code(entry.name)}<br>{_code(entry.path)}", entry.text)


def _summary(count: int) -> str:
    return "1 endpoint that stays" if count == 1 else f"{count:,} endpoints that stay"


def _act(row: Row) -> str:
    return _row(*_cells(row), _plain(row.advice))


def _short(row: Row) -> str:
    return _row(*_cells(row))


def _cells(row: Row) -> tuple[str, ...]:
    mark = f" **{row.mark}**" if row.mark else ""
    name = f"{_code(row.name)}{mark}<br>{_code(f'{row.path}:{row.line}')}"
    return name, STATES[row.liveness].label, REACH[row.published], row.callers_text


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """As it is, whatever Markdown or HTML would make of it."""
    escaped = text.translate(_ESCAPED)
    return "".join(f"\\{character}" if character in "*_`[]#~@" else character for character in escaped)


def _code(text: str) -> str:
    """In `<code>`, which unlike backquotes can hold a bar and a backquote in a table."""
    return f"<code>{_plain(text)}</code>"


def _size(line: str) -> int:
    """With its line end, as the service counts: in UTF-16."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
