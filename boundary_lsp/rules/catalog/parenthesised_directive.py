"""parenthesised-directive: a directive in parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.directives import misspelled
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.rules.reading import Reading, finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    for read in readings(context.program, Verdict.PARENTHESISED):
        yield finding(RULE.id, RULE.severity, context.program, read, _message(read))


RULE = Rule("parenthesised-directive", "a directive in parentheses", Severity.ERROR, Group.DIRECTIVES, check)


def _message(read: Reading) -> str:
    value = read.directive.value
    place = "its function" if read.directive.body else "the file"
    return (
        f"`('{value}')` is an expression like any other: a directive stands without parentheses. "
        f"Write `'{misspelled(value) or value}'` as the first statement of {place}."
    )
