"""Findings as a GitLab code quality report, shown in merge requests.

Source: GitLab's documentation, "Code Quality report format".
"""

from __future__ import annotations

from typing import Literal

import msgspec

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.unique import unique_fingerprints

Severity = Literal["info", "minor", "major", "critical", "blocker"]

_SEVERITIES: dict[report.Severity, Severity] = {"error": "major", "warning": "minor", "info": "info"}


class Lines(msgspec.Struct, frozen=True):
    begin: int
    end: int


class Location(msgspec.Struct, frozen=True):
    path: str
    lines: Lines


class Violation(msgspec.Struct, frozen=True):
    description: str
    check_name: str
    fingerprint: str
    severity: Severity
    location: Location


def gitlab_violations(answer: report.CheckAnswer, show: Shown) -> list[Violation]:
    """`show` names paths as seen from the working directory, which has to be the checkout."""
    return [
        Violation(
            show.message(finding.message),
            finding.rule,
            fingerprint,
            _SEVERITIES[finding.severity],
            Location(show(finding.path), Lines(finding.range.start.line, finding.range.end.line)),
        )
        for finding, fingerprint in zip(answer.findings, unique_fingerprints(answer.findings), strict=True)
    ]
