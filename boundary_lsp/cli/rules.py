"""The rules as a command line names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from boundary_lsp.cli.errors import CommandError, did_you_mean
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group, Rule

_LISTED = "`boundary explain` lists them"


def rule_named(name: str) -> Rule:
    """Raises CommandError, with the nearest name."""
    return _rule(name, ())


def selected_rules(given: Iterable[str]) -> frozenset[str]:
    """Of `--select a,b --select c`. Of a group those that are on by default. Raises CommandError."""
    return _named("--select", given, lambda rule: rule.enabled)


def ignored_rules(given: Iterable[str]) -> frozenset[str]:
    """Of `--ignore a,b`. Of a group all. Raises CommandError."""
    return _named("--ignore", given, lambda _: True)


def _named(option: str, given: Iterable[str], belongs: Callable[[Rule], bool]) -> frozenset[str]:
    """Raises CommandError where nothing is named: that is an empty variable of a script, and not a wish."""
    names = [name for text in given for part in text.split(",") if (name := part.strip())]
    if not names:
        raise CommandError(f"{option} names no rule ({_LISTED})")
    return frozenset(rule.id for name in names for rule in _rules(name, belongs))


def _rules(name: str, belongs: Callable[[Rule], bool]) -> Sequence[Rule]:
    """The rule of that name, or those of the group that belong to it."""
    groups = [group.value for group in Group]
    if name in groups:
        return [rule for rule in RULES if rule.group == name and belongs(rule)]
    return [_rule(name, groups)]


def _rule(name: str, besides: Sequence[str]) -> Rule:
    for rule in RULES:
        if rule.id == name:
            return rule
    ids = [rule.id for rule in RULES]
    hint = did_you_mean(name, [*ids, *besides]) or f" ({_LISTED})"
    raise CommandError(f"there is no rule `{name}`{hint}")
