"""The rules as a command line names them."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.cli.errors import CommandError, did_you_mean
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Rule


def rule_named(name: str) -> Rule:
    """Raises CommandError, with the nearest name."""
    for rule in RULES:
        if rule.id == name:
            return rule
    known = [rule.id for rule in RULES]
    hint = did_you_mean(name, known) or f" (rules: {', '.join(known)})"
    raise CommandError(f"there is no rule `{name}`{hint}")


def rule_ids(option: str, given: Iterable[str]) -> frozenset[str]:
    """Of `--select a,b --select c`. Raises CommandError where no rule is named: that is an empty variable of a script,
    and not a wish."""
    names = [name.strip() for text in given for name in text.split(",")]
    found = frozenset(rule_named(name).id for name in names if name)
    if not found:
        raise CommandError(f"{option} names no rule (rules: {', '.join(rule.id for rule in RULES)})")
    return found


def rule_page_url(rule: str) -> str:
    """Where a rule's page is, from the head of the repository."""
    return f"docs/rules/{rule}.md"
