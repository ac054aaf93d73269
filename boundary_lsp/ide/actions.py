"""What can be done about the findings at a place, and what can be asked there."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.fixes.plan import plan
from boundary_lsp.ide.cursor import directive_at, import_at
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.fixes import Fix, FixKind, FixRequest
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group


class ActionKind(StrEnum):
    FIX = "fix"
    SUPPRESS = "suppress"
    WHY = "why"
    """Shows something and changes nothing."""


class Question(NamedTuple):
    """Why is that module on that side?"""

    module: int
    environment: Environment


class Action(NamedTuple):
    kind: ActionKind
    title: str
    finding: Finding | None = None
    """What it is about."""
    fix: Fix | None = None
    is_safe: bool = False
    """It changes nothing that works now, for anybody."""
    question: Question | None = None


def actions(snapshot: Snapshot, module: int, start: int, end: int) -> list[Action]:
    """Of the findings that touch the text between two offsets, and of what stands at the first: fixes before
    suppressions before questions."""
    here = [f for f in snapshot.findings if f.module == module and f.start <= end and start <= f.end]
    fixes = [action for finding in here if (action := _fix(snapshot, finding))]
    suppressions = [action for finding in _each_once(snapshot, here) if (action := _suppression(snapshot, finding))]
    return [*fixes, *suppressions, *_questions(snapshot, module, start)]


def _fix(snapshot: Snapshot, finding: Finding) -> Action | None:
    if finding.fix is None:
        return None
    return _planned(snapshot, finding, finding.fix, ActionKind.FIX)


_UNSUPPRESSED = frozenset(rule.id for rule in RULES if rule.group is Group.SUPPRESSIONS)


def _each_once(snapshot: Snapshot, findings: list[Finding]) -> Iterator[Finding]:
    """One of each rule and line; a comment about a comment would help nobody."""
    seen: set[tuple[str, int]] = set()
    for finding in findings:
        key = finding.rule, snapshot.lines(finding.module).line_of(finding.start)
        if key not in seen and finding.rule not in _UNSUPPRESSED:
            seen.add(key)
            yield finding


def _suppression(snapshot: Snapshot, finding: Finding) -> Action | None:
    title = f"Suppress {finding.rule} here, with a reason"
    request = FixRequest(FixKind.SUPPRESS, title, False, finding.module, finding.start, (finding.rule,))
    return _planned(snapshot, finding, request, ActionKind.SUPPRESS)


def _planned(snapshot: Snapshot, finding: Finding, request: FixRequest, kind: ActionKind) -> Action | None:
    planned = plan(snapshot.program, snapshot.files, request)
    return None if planned is None else Action(kind, request.title, finding, planned.fix, request.safe)


def _questions(snapshot: Snapshot, module: int, offset: int) -> Iterator[Action]:
    target = _module_at(snapshot, module, offset)
    if target is None:
        return
    program = snapshot.program
    environments = {layer.environment for layer in program.layers_of(program.layer_bits[target])}
    for environment in sorted(environments - {Environment.UNKNOWN}):
        title = f"Why is {program.modules[target]} on the {environment.value}?"
        yield Action(ActionKind.WHY, title, question=Question(target, environment))


def _module_at(snapshot: Snapshot, module: int, offset: int) -> int | None:
    """The module that is asked about: the one itself on a directive, the one that is imported on a specifier."""
    if directive_at(snapshot, module, offset) is not None:
        return module
    imported = import_at(snapshot, module, offset)
    target = snapshot.program.links.server[module][imported] if imported is not None else -1
    return target if target >= 0 else None
