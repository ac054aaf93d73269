"""suppression-without-reason: a comment that suppresses findings and does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.suppressed import with_suppressions


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_suppressions)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    facts = program.facts[module]
    for index, suppression in enumerate(facts.suppressions):
        if suppression.rules and not suppression.reason:
            start, end = span_at(decode_spans(facts).suppressions, index)
            yield _finding(program.modules[module], module, ", ".join(suppression.rules), start, end)


RULE = Rule(
    "suppression-without-reason",
    "a `boundary-ignore` comment that does not say why",
    Severity.WARNING,
    Group.SUPPRESSIONS,
    check,
)


def _finding(path: str, module: int, names: str, start: int, end: int) -> Finding:
    message = f"say why, for whoever reads this next: `boundary-ignore {names}: reason`."
    return Finding(RULE.id, RULE.severity, message, module, start, end, subject=f"{path}#{names}")
