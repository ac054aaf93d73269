"""Changes of a contract for people: a line each, the breaking ones first."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line, listed
from boundary_lsp.reports.text_check import degraded_lines

_STYLES = {"breaking": Style.ERROR, "unknown": Style.WARNING, "compatible": Style.GOOD}


def contract_lines(answer: report.ContractAnswer, show: Shown) -> Iterator[Line]:
    for change in answer.changes:
        path, _, name = change.id.partition("#")
        effect = (change.effect, _STYLES[change.effect])
        yield line((f"{show(path)}#{name}", Style.STRONG), ": ", effect, f": {show.message(change.message)}")
    if answer.changes:
        yield EMPTY
    yield _summary(answer)
    yield from degraded_lines(answer, show)


def written_line(path: str, endpoints: int, components: int) -> str:
    return f"{path}: {_size(endpoints, components)}."


def _summary(answer: report.ContractAnswer) -> Line:
    summary = answer.summary
    counts = {"breaking": summary.breaking, "unknown": summary.unknown, "compatible": summary.compatible}
    parts = [f"{number:,} {effect}" for effect, number in counts.items() if number]
    scope = f" since {answer.against}; {_size(summary.endpoints, summary.components)}."
    if not parts:
        return line(("No changes", Style.GOOD), scope)
    noun = "change" if sum(counts.values()) == 1 else "changes"
    return line((f"{listed(parts)} {noun}", Style.STRONG), scope)


def _size(endpoints: int, components: int) -> str:
    return f"{counted(endpoints, 'endpoint')} and {counted(components, 'component')}"
