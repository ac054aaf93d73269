"""Fingerprints for readers that take two findings with the same one for the same finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from boundary_lsp.model import report


def unique_fingerprints(findings: Sequence[report.Finding]) -> list[str]:
    """By finding: its fingerprint, `…-2` for the second that has it, and so on."""
    seen: Counter[str] = Counter()
    unique = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        unique.append(finding.fingerprint if count == 1 else f"{finding.fingerprint}-{count}")
    return unique
