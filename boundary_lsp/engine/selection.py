"""Which rules run, and what a project's configurations make of what they find, path by path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from boundary_lsp.engine.options import Options
from boundary_lsp.model.findings import Finding, Level, Severity
from boundary_lsp.model.project import Configuration, Project
from boundary_lsp.project import ConfigurationError, configurations, governing_levels, has_levels, no_such
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group

_BY_ID = {rule.id: rule for rule in RULES}
_NAMES = (*_BY_ID, *(group.value for group in Group))


def require_known_rules(project: Project) -> None:
    """Raises ConfigurationError for a configuration that names no rule and no group."""
    for configuration in configurations(project):
        for name in _names(configuration):
            if name not in _NAMES:
                raise ConfigurationError(configuration.path, no_such("rule or group", name, _NAMES))


def rules_to_run(project: Project, options: Options) -> frozenset[str]:
    """Those that may find something somewhere. A rule that is off by default is turned on by its own name only."""
    if options.select is not None:
        return options.select - options.ignore
    named = {name for configuration in configurations(project) for name in _names(configuration)}
    return frozenset(rule.id for rule in RULES if rule.enabled or rule.id in named) - options.ignore


class Levels:
    """What becomes of the findings of a rule at a path."""

    def __init__(self, project: Project, options: Options) -> None:
        self._project = project
        self._selected = options.select or frozenset()
        self._is_plain = not has_levels(project)

    def of(self, rule: str, path: str) -> Level | None:
        """None where nothing is said: findings are as grave as the rule says."""
        known = _BY_ID[rule]
        is_on = known.enabled or rule in self._selected
        level = None if is_on else Level.OFF
        if self._is_plain:
            return level
        for said in governing_levels(self._project, path):
            if rule in said:
                level, is_on = said[rule], True
            elif is_on and known.group in said:
                level = said[known.group]
        return level

    def applied(self, findings: Iterable[Finding], modules: tuple[str, ...]) -> Iterator[Finding]:
        """The findings that are left, as grave as it is said."""
        for finding in findings:
            level = self.of(finding.rule, modules[finding.module])
            if level is None:
                yield finding
            elif level is not Level.OFF:
                yield replace(finding, severity=Severity(level.value))


def _names(configuration: Configuration) -> Iterator[str]:
    yield from configuration.rules
    for override in configuration.overrides:
        yield from override.rules
