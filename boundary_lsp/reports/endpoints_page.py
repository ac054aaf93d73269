"""The dead-endpoint report in the order of a meeting: what there is, what to remove first and why, then all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import KEEP, Folder, Page, Row, Term
from boundary_lsp.model.program import Publication
from boundary_lsp.reports.endpoint_differences import differences, marks
from boundary_lsp.reports.endpoint_groups import groups_of
from boundary_lsp.reports.endpoint_history import History, revision_text
from boundary_lsp.reports.endpoint_requests import requests_text
from boundary_lsp.reports.endpoint_rows import Rows
from boundary_lsp.reports.endpoint_words import REACH, SIDES, STATES, Words
from boundary_lsp.reports.places import TOOL
from boundary_lsp.reports.styled import counted
from boundary_lsp.reports.text_comparison import title_of


def endpoints_page(
    snapshot: Snapshot,
    functions: Iterable[int],
    comparison: report.Comparison | None,
    history: History,
    made: str,
) -> Page:
    """`functions` are the numbers of those to be reported, `made` a date."""
    maker = Rows(snapshot, history.changes, marks(comparison))
    rows = list(map(maker.row, functions))
    project = snapshot.program.root.rstrip("/").rpartition("/")[2]
    requests = requests_text(snapshot.program, rows)
    page = page_of_rows(rows, project, comparison, made, snapshot.degraded)
    return replace(page, revision=revision_text(history), requests=requests)


def page_of_rows(
    found: Iterable[Row], project: str, comparison: report.Comparison | None, made: str, notes: Iterable[str]
) -> Page:
    """In their order of urgency; without what is not known of rows alone."""
    rows = sorted(found, key=_urgency)
    return Page(
        project=project,
        tool=TOOL,
        made=made,
        revision="",
        headline=headline(rows),
        states=_terms(STATES.items(), [row.liveness for row in rows]),
        reach=_terms(REACH.items(), [row.published for row in rows]),
        sides=_terms(SIDES.items(), [side for row in rows for side in {use.side for use in row.uses}]),
        groups=groups_of(rows),
        requests=[],
        rows=rows,
        folders=_folders(rows),
        base=title_of(comparison) if comparison is not None else "",
        differences=differences(comparison, {row.id for row in rows}) if comparison is not None else [],
        notes=list(notes),
    )


def headline(rows: Sequence[Row]) -> str:
    """`8 of 134 endpoints need no address on the network. Yet anyone can call 3 of these 8.`"""
    if not rows:
        return "There are no endpoints."
    needless = [row for row in rows if row.rank < KEEP]
    if not needless:
        return "The one endpoint is in use." if len(rows) == 1 else f"All {counted(len(rows), 'endpoint')} are in use."
    verb = "needs" if len(needless) == 1 else "need"
    return f"{len(needless):,} of {counted(len(rows), 'endpoint')} {verb} no address on the network. {_reach(needless)}"


def _reach(needless: Sequence[Row]) -> str:
    """Who can call these."""
    number, counts = len(needless), Counter(row.published for row in needless)
    them, have = ("it", "It has") if number == 1 else ("them", "They have")
    if counts[Publication.YES] == number:
        return f"Yet anyone can call {them if number == 1 else f'all {number:,}'}."
    if counts[Publication.YES]:
        return f"Yet anyone can call {counts[Publication.YES]:,} of these {number:,}."
    return f"{have} none now." if not counts[Publication.UNKNOWN] else f"Whether anyone can call {them} is not known."


def _terms(words: Iterable[tuple[str, Words]], said: Iterable[str]) -> list[Term]:
    """Those that are said, in the order of the words."""
    counts = Counter(said)
    return [Term(str(key), term.label, term.meaning, counts[key]) for key, term in words if counts[key]]


def _urgency(row: Row) -> tuple[int, bool, str]:
    """What takes arguments comes first: they are the caller's choice. Rows that stay are left in their order."""
    return (row.rank, not row.takes_arguments, row.name.lower()) if row.rank < KEEP else (KEEP, False, "")


def _folders(rows: Iterable[Row]) -> list[Folder]:
    """All folders above endpoints, but for those that only lead to one other."""
    counts: Counter[str] = Counter()
    for row in rows:
        parts = row.folder.split("/") if row.folder else []
        counts.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    inner = {path.rpartition("/")[0]: count for path, count in counts.items() if "/" in path}
    return [Folder(path, count) for path, count in sorted(counts.items()) if inner.get(path) != count]
