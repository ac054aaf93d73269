"""Findings for people: `path:line:column: severity[rule] message`, the witness beneath, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line, listed

SEVERITY_STYLES = {"error": Style.ERROR, "warning": Style.WARNING, "info": Style.INFO}
_NOUNS: dict[report.Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}


def check_lines(answer: report.CheckAnswer, show: Shown) -> Iterator[Line]:
    for finding in answer.findings:
        yield _finding(finding, show)
        for step in finding.witness:
            yield line("    ", (f"{_place(step, show)}:", Style.FAINT), f" {show.message(step.message)}")
    if answer.findings:
        yield EMPTY
    yield _summary(answer)
    yield from _fix_lines(answer)
    yield from _left_out(answer.summary)
    yield from degraded_lines(answer, show)


def degraded_lines(answer: report.Header, show: Shown) -> Iterator[Line]:
    for sentence in answer.degraded:
        yield line(("note: ", Style.WARNING), show.sentence(sentence))


def endpoints_sentence(counts: Mapping[report.Liveness, int]) -> str:
    """`6 endpoints: 4 called, 2 unused`."""
    total = sum(counts.values())
    if not total:
        return "no endpoints"
    return f"{counted(total, 'endpoint')}: " + ", ".join(f"{number:,} {name}" for name, number in counts.items())


def _finding(finding: report.Finding, show: Shown) -> Line:
    severity = (finding.severity, SEVERITY_STYLES[finding.severity])
    message = show.message(finding.message)
    return line((_place(finding, show), Style.STRONG), ": ", severity, f"[{finding.rule}] {message}")


def _place(item: report.Finding | report.Witness, show: Shown) -> str:
    return f"{show(item.path)}:{item.range.start.line}:{item.range.start.column}"


def _fix_lines(answer: report.CheckAnswer) -> Iterator[Line]:
    if answer.summary.fixed:
        yield line((f"Fixed {counted(answer.summary.fixed, 'finding')}.", Style.GOOD))
    offered = Counter(finding.fix.safe for finding in answer.findings if finding.fix is not None)
    if offered[True]:
        yield line(f"--fix can fix {counted(offered[True], 'of these', 'of these')}.")
    if offered[False]:
        which = "more" if offered[True] else "of these"
        yield line(
            f"--unsafe-fixes can fix {counted(offered[False], which, which)}; read the changes before you deploy."
        )


def _summary(answer: report.CheckAnswer) -> Line:
    scope = f"in {counted(answer.summary.modules, 'module')}; {endpoints_sentence(answer.summary.endpoints)}."
    if not answer.findings:
        return line(("No findings", Style.GOOD), f" {scope}")
    by_severity = Counter(finding.severity for finding in answer.findings)
    parts = [counted(by_severity[name], *nouns) for name, nouns in _NOUNS.items() if by_severity[name]]
    return line((listed(parts), Style.STRONG), f" {scope}")


def _left_out(summary: report.Summary) -> Iterator[Line]:
    """Kept short: it stands there in every run."""
    parts = []
    if summary.suppressed:
        parts.append(f"{summary.suppressed:,} suppressed by comments")
    if summary.baselined:
        parts.append(f"{summary.baselined:,} in the baseline")
    if parts:
        yield line(f"Not shown: {listed(parts)}.")
    if summary.gone:
        what = counted(summary.gone, "finding of the baseline is", "findings of the baseline are")
        yield line(f"{what} gone: `--write-baseline` takes {'it' if summary.gone == 1 else 'them'} out.")
