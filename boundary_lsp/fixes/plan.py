"""The edits that a finding asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from boundary_lsp.fixes.case import Case, Unplannable
from boundary_lsp.fixes.removal import remove_exports
from boundary_lsp.fixes.small import SMALL
from boundary_lsp.fixes.splitting import split_module
from boundary_lsp.model.fixes import Fix, FixKind, FixRequest, TextChange, spliced
from boundary_lsp.model.program import Program
from boundary_lsp.ports import FileSystem
from boundary_lsp.syntax.languages.rewriting import text_of

_PLANNERS: Mapping[FixKind, Callable[[Case], Fix]] = {
    **SMALL,
    FixKind.REMOVE_EXPORTS: remove_exports,
    FixKind.SPLIT_MODULE: split_module,
}


class Plan(NamedTuple):
    fix: Fix
    before: Mapping[str, bytes]
    """The texts that it changes, as they were when it was planned."""


def plan(program: Program, files: FileSystem, request: FixRequest) -> Plan | None:
    """None where the texts are not those that the program was made of, or do not allow it after all.

    Each changed text parses as well as it did before.
    """
    case = Case(program, files, request)
    try:
        fix = _PLANNERS[request.kind](case)
        before = {change.path: case.text(change.path).source for change in fix.changes}
    except Unplannable:
        return None
    return Plan(fix, before) if fix.changes and all(_parses(case, change) for change in fix.changes) else None


def _parses(case: Case, change: TextChange) -> bool:
    before = case.text(change.path)
    after = text_of(change.path, spliced(before.source, change.splices))
    return before.is_broken or not after.is_broken
