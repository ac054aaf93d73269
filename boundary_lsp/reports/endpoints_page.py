"""The dead-endpoint report in the order of a meeting: what there is, what to remove first and why, then all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import KEEP, Folder, Group, Page, Row, State
from boundary_lsp.model.program import Publication
from boundary_lsp.ports import FileChange
from boundary_lsp.reports.endpoint_differences import differences, marks
from boundary_lsp.reports.endpoint_rows import Rows
from boundary_lsp.reports.endpoint_words import STATES
from boundary_lsp.reports.places import TOOL
from boundary_lsp.reports.styled import counted
from boundary_lsp.reports.text_comparison import title_of

_GROUPS: Mapping[int, tuple[str, str]] = {
    0: (
        "First, take {them} off the network: anyone can call {them}, and only the server needs {them}",
        "The build gives {each} an address, so anyone can call {it} with a POST request and arguments of their choice. "
        "Whether {it} checks who calls was not looked at. No code in the browser uses the address: no page breaks when "
        "it is gone.",
    ),
    1: (
        "First, delete {them}: anyone can call {them}, and no running code uses {them}",
        "The build gives {each} an address, so anyone can call {it} with a POST request and arguments of their choice. "
        "No code that runs uses {it}: no page breaks without {it}.",
    ),
    2: (
        "Next, look at {them}: perhaps anyone can call {them}, and no page needs {them}",
        "Whether the build gives {each} an address could not be told. No code in the browser uses {it}.",
    ),
    3: (
        "Later, delete {them}: no running code uses {them}, and nobody can call {them}",
        "Dead code without an address on the network. An import from a page could give {it} one.",
    ),
    4: (
        "Later, move {them}: only the server needs {them}, and nobody else can call {them} now",
        "No address on the network now, but an import from a page would give {it} one.",
    ),
}
"""By rank; the reason may be read of one endpoint or of several."""


def endpoints_page(
    snapshot: Snapshot,
    functions: Iterable[int],
    comparison: report.Comparison | None,
    changes: Mapping[str, FileChange],
    made: str,
) -> Page:
    """`functions` are the numbers of those to be reported, `changes` the last ones of files, `made` a date."""
    maker = Rows(snapshot, changes, marks(comparison))
    project = snapshot.program.root.rstrip("/").rpartition("/")[2]
    return page_of_rows(map(maker.row, functions), project, comparison, made, snapshot.degraded)


def page_of_rows(
    found: Iterable[Row], project: str, comparison: report.Comparison | None, made: str, notes: Iterable[str]
) -> Page:
    """In their order of urgency."""
    rows = sorted(found, key=lambda row: row.rank)
    return Page(
        project=project,
        tool=TOOL,
        made=made,
        headline=headline(rows),
        states=_states(rows),
        groups=_groups(rows),
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


def _states(rows: Iterable[Row]) -> list[State]:
    counts = Counter(row.liveness for row in rows)
    return [State(liveness, words.label, words.meaning, counts[liveness]) for liveness, words in STATES.items()]


def _groups(rows: Sequence[Row]) -> list[Group]:
    return [
        Group(_worded(title, of_rank), _worded(reason, of_rank), of_rank)
        for rank, (title, reason) in _GROUPS.items()
        if (of_rank := [row for row in rows if row.rank == rank])
    ]


def _worded(text: str, rows: Sequence[Row]) -> str:
    them, each = ("it", "it") if len(rows) == 1 else ("them", "each of them")
    return text.format(them=them, each=each, it="it")


def _folders(rows: Iterable[Row]) -> list[Folder]:
    """All folders above endpoints, but for those that only lead to one other."""
    counts: Counter[str] = Counter()
    for row in rows:
        parts = row.folder.split("/") if row.folder else []
        counts.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    inner = {path.rpartition("/")[0]: count for path, count in counts.items() if "/" in path}
    return [Folder(path, count) for path, count in sorted(counts.items()) if inner.get(path) != count]
