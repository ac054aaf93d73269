"""What an editor shows in a module: its findings, as they are told on the command line."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.fingerprints import fingerprint
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.places import Place
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.rules.catalog import dead_endpoint, redundant_client_directive, unused_suppression

_UNNECESSARY = frozenset({dead_endpoint.RULE.id, redundant_client_directive.RULE.id, unused_suppression.RULE.id})
"""Rules about what could be deleted."""


class Related(NamedTuple):
    place: Place
    message: str


class Diagnostic(NamedTuple):
    place: Place
    rule: str
    severity: Severity
    message: str
    related: tuple[Related, ...]
    """The chain that proves it."""
    is_unnecessary: bool
    """What it is about could be deleted: editors fade it."""
    fingerprint: str


def diagnostics(snapshot: Snapshot, module: int) -> list[Diagnostic]:
    """In the order of the text."""
    path = snapshot.program.modules[module]
    found = [finding for finding in snapshot.findings if finding.module == module]
    return [_told(finding, path) for finding in sorted(found, key=lambda finding: (finding.start, finding.rule))]


def _told(finding: Finding, path: str) -> Diagnostic:
    return Diagnostic(
        Place(finding.module, finding.start, finding.end),
        finding.rule,
        finding.severity,
        finding.message,
        tuple(Related(Place(step.module, step.start, step.end), step.message) for step in finding.witness),
        finding.rule in _UNNECESSARY,
        fingerprint(finding, path),
    )
