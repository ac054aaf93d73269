"""unused-suppression: a comment that suppresses nothing."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.rule import Group, Rule, told_by_the_engine

RULE = Rule(
    "unused-suppression",
    "a `boundary-ignore` comment that suppresses nothing",
    Severity.WARNING,
    Group.SUPPRESSIONS,
    told_by_the_engine,
)


def without_finding(program: Program, module: int, suppression: int, rule: str) -> Finding:
    """For the rule that it names, which has run."""
    message = f"`{rule}` finds nothing here. Remove this comment, or the rule from it."
    return _finding(program, module, suppression, rule, message)


def without_rule(program: Program, module: int, suppression: int, name: str, rules: Collection[str]) -> Finding:
    """For a name that is none of the rules, or where there is no name at all."""
    if name:
        message = f"this comment suppresses nothing: there is no rule `{name}`{_hint(name, rules)}"
    else:
        message = "this comment suppresses nothing: write which rule, as in `boundary-ignore dead-endpoint: reason`."
    return _finding(program, module, suppression, name, message)


def _hint(name: str, rules: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, rules, n=1, cutoff=0.5)
    return f"; did you mean `{near[0]}`?" if near else ". `boundary explain` lists them."


def _finding(program: Program, module: int, suppression: int, name: str, message: str) -> Finding:
    start, end = span_at(decode_spans(program.facts[module]).suppressions, suppression)
    subject = f"{program.modules[module]}#{name}"
    return Finding(RULE.id, RULE.severity, message, module, start, end, subject=subject)
