"""parenthesised-directive: a directive in parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.directives import is_directive, misspelled
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.judged_directives import strangely_directed
from boundary_lsp.rules.reading import Reading, finding, move, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.PARENTHESISED):
        meant = misspelled(read.directive.value) or read.directive.value
        fix = move(program, read) if is_directive(read.directive.value) else None
        yield finding(RULE.id, RULE.severity, program, read, _message(read, meant), fix)


RULE = Rule("parenthesised-directive", "a directive in parentheses", Severity.ERROR, Group.DIRECTIVES, check)


def _message(read: Reading, meant: str) -> str:
    place = "its function" if read.directive.body else "the file"
    return (
        f"`('{read.directive.value}')` is an expression like any other: a directive stands without parentheses. "
        f"Write `'{meant}'` as the first statement of {place}."
    )
