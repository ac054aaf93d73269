"""misplaced-directive: a directive behind other statements."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.rules.reading import Reading, finding, move, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    for read in readings(context, Verdict.MISPLACED):
        yield finding(RULE.id, RULE.severity, context.program, read, _message(read), move(context.program, read))


RULE = Rule("misplaced-directive", "a directive behind other statements", Severity.ERROR, Group.DIRECTIVES, check)


def _message(read: Reading) -> str:
    value = read.directive.value
    if read.directive.body:
        return f"`'{value}'` counts only as the first statement of its function. Move it up, or leave it out."
    return f"`'{value}'` counts only at the head of the file, before any other statement. Move it to the first line."
