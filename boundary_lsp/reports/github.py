"""Findings as workflow commands of GitHub Actions: one annotation each, on the line that it is about.

Source: GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown

_COMMANDS: dict[report.Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_lines(answer: report.CheckAnswer, show: Shown) -> Iterator[str]:
    """`show` names paths as seen from the working directory, which has to be the checkout."""
    for finding in answer.findings:
        yield _annotation(finding, show)


def _annotation(finding: report.Finding, show: Shown) -> str:
    steps = [
        f"{show(s.path)}:{s.range.start.line}:{s.range.start.column}: {show.message(s.message)}"
        for s in finding.witness
    ]
    properties = {
        "file": show(finding.path),
        "title": f"boundary ({finding.rule})",
        "line": finding.range.start.line,
        "endLine": finding.range.end.line,
        **_columns(finding.range),
    }
    named = ",".join(f"{name}={_escaped(str(value), in_property=True)}" for name, value in properties.items())
    text = "\n".join((show.message(finding.message), *steps))
    return f"::{_COMMANDS[finding.severity]} {named}::{_escaped(text)}"


def _columns(place: report.Range) -> dict[str, int]:
    """GitHub takes columns only where a range stays on its line."""
    if place.start.line != place.end.line:
        return {}
    return {"col": place.start.column, "endColumn": place.end.column}


def _escaped(text: str, *, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
