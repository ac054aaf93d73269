"""Findings that a comment in the source suppresses, and comments that suppress nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.suppressed import with_suppressions
from boundary_lsp.rules.tables import Tables


class Named(NamedTuple):
    """A rule that a suppression names."""

    module: int
    suppression: int
    """Index into the module's."""
    rule: str
    """Empty where it names none."""


class Sorted(NamedTuple):
    kept: list[Finding]
    suppressed: list[Finding]
    idle: list[Named]
    """What suppresses nothing."""


def suppress(tables: Tables[Program], findings: Sequence[Finding]) -> Sorted:
    """A finding is suppressed where it begins on the lines that a suppression speaks of."""
    places = tables.of(_places, with_suppressions)
    if not places:
        return Sorted([*findings], [], [])
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    busy: set[Named] = set()
    for finding in findings:
        by = [n for n, start, end in places.get(finding.module, ()) if _speaks_of(finding, n, start, end)]
        busy.update(by)
        (suppressed if by else kept).append(finding)
    idle = [named for found in places.values() for named, _, _ in found if named not in busy]
    return Sorted(kept, suppressed, idle)


def _places(program: Program, module: int) -> Iterator[tuple[Named, int, int]]:
    facts = program.facts[module]
    flat = decode_spans(facts).suppressed if facts.suppressions else ()
    for index, suppression in enumerate(facts.suppressions):
        for rule in dict.fromkeys(suppression.rules or ("",)):
            yield Named(module, index, rule), *span_at(flat, index)


def _speaks_of(finding: Finding, named: Named, start: int, end: int) -> bool:
    return finding.rule == named.rule and start <= finding.start < end
