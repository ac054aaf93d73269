"""What an editor shows in a module: its findings, as they are told on the command line."""

from __future__ import annotations

from collections.abc import Iterable
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
    return _told_in_order(snapshot, module, (finding for finding in snapshot.findings if finding.module == module))


def all_diagnostics(snapshot: Snapshot) -> dict[int, list[Diagnostic]]:
    """By module, for those in which there is something."""
    of_module: dict[int, list[Finding]] = {}
    for finding in snapshot.findings:
        of_module.setdefault(finding.module, []).append(finding)
    return {module: _told_in_order(snapshot, module, found) for module, found in sorted(of_module.items())}


def is_found_otherwise(before: Snapshot, now: Snapshot, paths: Iterable[str]) -> bool:
    """Whether in these modules, whose texts are the same, something else is found now."""
    return _found_in(before, paths) != _found_in(now, paths)


def _found_in(snapshot: Snapshot, paths: Iterable[str]) -> set[tuple[str, str, str, int]]:
    modules = {snapshot.program.module_index(path): path for path in paths}
    return {
        (modules[one.module], one.rule, one.message, one.start) for one in snapshot.findings if one.module in modules
    }


def _told_in_order(snapshot: Snapshot, module: int, found: Iterable[Finding]) -> list[Diagnostic]:
    path = snapshot.program.modules[module]
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
