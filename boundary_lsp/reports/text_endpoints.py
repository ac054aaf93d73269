"""The dead-endpoint report for people: endpoints by liveness, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.model import report
from boundary_lsp.model.program import Liveness
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line
from boundary_lsp.reports.text_check import degraded_lines
from boundary_lsp.reports.text_comparison import comparison_lines
from boundary_lsp.reports.text_signatures import signature_lines
from boundary_lsp.rules.wording import MEANING

_STYLES = {
    Liveness.UNUSED: Style.ERROR,
    Liveness.UNREACHED: Style.ERROR,
    Liveness.TEST_ONLY: Style.WARNING,
    Liveness.IN_PROCESS: Style.WARNING,
    Liveness.USED_OUTSIDE: Style.INFO,
    Liveness.HANDED_OVER: Style.INFO,
    Liveness.CALLED: Style.GOOD,
}
_WIDEST_NAME = 36
_INDENT = 6
_MOST_USES = 3
_NEEDLESS = ("unused", "unreached", "test-only", "in-process")
_PUBLISHED = {"yes": "yes", "no": "no", "unknown": "?"}


def endpoints_lines(answer: report.EndpointsAnswer, show: Shown, width: int) -> Iterator[Line]:
    """`width`: how many columns a signature may take."""
    if not answer.endpoints:
        yield line("No endpoints.")
    for liveness, meaning in MEANING.items():
        group = [endpoint for endpoint in answer.endpoints if endpoint.liveness == liveness.value]
        if group:
            yield line((f"{liveness.value}: {counted(len(group), 'endpoint')}", _STYLES[liveness]), f" ({meaning})")
            yield from _table(group, show, width)
            yield EMPTY
    if answer.comparison is not None:
        yield from comparison_lines(answer.comparison, show)
    yield from degraded_lines(answer, show)


def _table(group: Sequence[report.Endpoint], show: Shown, columns: int) -> Iterator[Line]:
    """The path stands last: it is of any length, and a terminal can still be clicked on it."""
    width = min(max(len("name"), *(len(endpoint.name) for endpoint in group)), _WIDEST_NAME)
    yield line((f"  {'name':<{width}}  published  uses  at", Style.FAINT))
    for endpoint in group:
        published = (f"{_PUBLISHED[endpoint.published]:<9}", _published_style(endpoint))
        uses = f"  {uses_of(endpoint):>4}  "
        start = endpoint.range.start
        where = f"{show(endpoint.path)}:{start.line}:{start.column}"
        yield line("  ", (f"{endpoint.name:<{width}}", Style.STRONG), "  ", published, uses, where)
        yield from signature_lines(endpoint, _INDENT, columns)
        if endpoint.liveness in _NEEDLESS:
            yield from _places(endpoint, show)


def uses_of(endpoint: report.Endpoint) -> int:
    """Places that use it: neither imports nor types."""
    return len(_uses(endpoint))


def _uses(endpoint: report.Endpoint) -> list[report.Reference]:
    return [reference for reference in endpoint.references if reference.kind not in ("import", "re-export", "type")]


def _places(endpoint: report.Endpoint, show: Shown) -> Iterator[Line]:
    """Where it is used, for what is to be moved or deleted."""
    uses = _uses(endpoint)
    for use in uses[:_MOST_USES]:
        start = use.range.start
        place = f"{show(use.path)}:{start.line}:{start.column}"
        yield line(" " * _INDENT, ("used at ", Style.FAINT), place, " (a script)" if _in_script(use) else "")
    if len(uses) > _MOST_USES:
        yield line(" " * _INDENT, (f"and {len(uses) - _MOST_USES:,} more: `boundary refs` lists all", Style.FAINT))


def _in_script(use: report.Reference) -> bool:
    """Code that is in no layer, and runs."""
    return all(moved.layer == "" and moved.transfer == "in-process" for moved in use.transfers)


def _published_style(endpoint: report.Endpoint) -> Style:
    return Style.ERROR if endpoint.published == "yes" and endpoint.liveness in _NEEDLESS else Style.PLAIN
