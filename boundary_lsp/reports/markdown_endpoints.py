"""The dead-endpoint report for a comment on a pull request: what to act on in the open, the rest folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.model.endpoints_page import KEEP, Changed, Difference, Group, Page, Part, Row, Use
from boundary_lsp.reports.endpoint_uses import first_callers
from boundary_lsp.reports.endpoint_words import REACH, STATES
from boundary_lsp.reports.markdown import Bounded, code, plain, row_of

LIMIT = 65_536
"""Characters that GitHub lets a comment have."""
_MOST_CALLERS = 3
_HEAD = ("| endpoint | state | reachable by | callers |", "| --- | --- | --- | --- |")
_HEAD_AND_MORE = ("| endpoint | state | reachable by | callers | besides |", "| --- | --- | --- | --- | --- |")


def markdown_endpoints(page: Page, limit: int = LIMIT) -> str:
    """At most `limit` characters; a line says so where something had to be left out."""
    text = Bounded(limit)
    text.add(*_head(page))
    for difference in page.differences:
        text.table((f"**{difference.title} ({len(difference.entries):,})**", ""), *_difference_table(difference))
    for group in page.groups:
        before = _before(group)
        for part in group.parts:
            text.table(*_part(part, before if part is group.parts[0] else ()))
    if page.requests:
        text.add(*_folded("What to look for in the server's log", page.requests))
    kept = [row for row in page.rows if row.rank == KEEP]
    if kept:
        folded = ("<details>", f"<summary>{_summary(len(kept))}</summary>", "")
        text.table(folded, _HEAD, [row_of(*_cells(row, 1)) for row in kept], ("</details>", ""))
    if page.rows:
        words = (*page.states, *page.reach)
        text.add(*_folded("What the words mean", [f"{word.label}: {word.meaning}" for word in words]))
    text.add(*(f"> {plain(note)}" for note in page.notes))
    return text.result()


def _head(page: Page) -> Iterator[str]:
    yield from (f"## Endpoints of {plain(page.project)}", "", page.headline, "")
    yield from (", ".join(f"{state.count:,} {state.label.lower()}" for state in page.states), "")
    if page.revision:
        yield from (f"At {page.revision}.", "")
    if page.base:
        yield from (f"### Since {plain(page.base)}", "")
        if not page.differences:
            yield from ("No endpoint is other than it was, and the browser loads the same files.", "")


def _before(group: Group) -> list[str]:
    advice = [f"What to do: {plain(' '.join(group.advice))}", ""] if group.advice else []
    return [f"### {group.title} ({group.count:,})", "", group.reason, "", *advice]


def _part(part: Part, before: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """What stands before the table, its head, its rows."""
    above = [*before, *([f"{part.title}: {plain(' '.join(part.advice))}", ""] if part.title else [])]
    if any(row.twins for row in part.rows):
        return above, _HEAD_AND_MORE, [row_of(*_cells(row, _MOST_CALLERS), _twins(row)) for row in part.rows]
    return above, _HEAD, [row_of(*_cells(row, _MOST_CALLERS)) for row in part.rows]


def _twins(row: Row) -> str:
    return " ".join(f"{twin.before}{code(twin.name)}{plain(twin.after)}" for twin in row.twins)


def _folded(title: str, items: Iterable[str]) -> list[str]:
    listed = [f"- {plain(item)}" for item in items]
    return ["<details>", f"<summary>{title}</summary>", "", *listed, "", "</details>", ""]


def _difference_table(difference: Difference) -> tuple[Sequence[str], Sequence[str]]:
    if difference.entries[0].name:
        return ("| endpoint | |", "| --- | --- |"), [_changed(entry) for entry in difference.entries]
    return ("| file |", "| --- |"), [f"| {code(entry.path)} |" for entry in difference.entries]


def _changed(entry: Changed) -> str:
    return row_of(f"{code(entry.name)}<br>{code(entry.path)}", entry.text)


def _summary(count: int) -> str:
    return "1 endpoint that stays" if count == 1 else f"{count:,} endpoints that stay"


def _cells(row: Row, callers: int) -> tuple[str, ...]:
    """`callers`: how many are named."""
    mark = f" **{row.mark}**" if row.mark else ""
    name = f"{code(row.name)}{mark}<br>{code(f'{row.path}:{row.line}')}"
    first, rest = first_callers(row, callers)
    named = [_caller(row, use) for use in first] + ([f"and {rest:,} more"] if rest else [])
    return name, STATES[row.liveness].label, REACH[row.published].label, "<br>".join([row.callers_text, *named])


def _caller(row: Row, use: Use) -> str:
    is_here = use.place.path == row.path
    at = f"this file, line {use.place.line}" if is_here else code(f"{use.place.path}:{use.place.line}")
    return f"{code(use.within)} in {at}" if use.within else at
