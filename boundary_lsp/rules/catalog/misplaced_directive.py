"""misplaced-directive: a directive behind other statements."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.judged_directives import strangely_directed
from boundary_lsp.rules.reading import Reading, finding, move, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.MISPLACED):
        yield finding(RULE.id, RULE.severity, program, read, _message(read), move(program, read))


RULE = Rule("misplaced-directive", "a directive behind other statements", Severity.ERROR, Group.DIRECTIVES, check)


def _message(read: Reading) -> str:
    value = read.directive.value
    if read.directive.body:
        return f"`'{value}'` counts only as the first statement of its function. Move it up, or leave it out."
    return f"`'{value}'` counts only at the head of the file, before any other statement. Move it to the first line."
