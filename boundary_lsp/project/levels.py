"""`[rules]` and `[[overrides]]`: what becomes of the findings of a rule, or of a group of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from boundary_lsp.model.findings import Level
from boundary_lsp.model.project import Override
from boundary_lsp.project.reading import ConfigurationError, known_keys, no_such, patterns

_LEVELS = tuple(level.value for level in Level)
_OVERRIDE = ("paths", "rules")


def rule_levels(path: str, content: Any, key: str = "rules") -> Mapping[str, Level]:
    """Levels by name. Whether there are rules or groups of these names is not known here. Raises ConfigurationError."""
    if not isinstance(content, dict):
        raise ConfigurationError(path, f"`{key}` is not a table of rules and their levels")
    return {name: _level(path, f"{key}.{name}", level) for name, level in content.items()}


def override_levels(path: str, content: Any) -> tuple[Override, ...]:
    """Raises ConfigurationError."""
    if not isinstance(content, list) or not all(isinstance(item, dict) for item in content):
        raise ConfigurationError(path, "`overrides` is not a list of tables of `paths` and `rules`")
    return tuple(_override(path, item) for item in content)


def _override(path: str, content: Mapping[str, Any]) -> Override:
    known_keys(path, content, _OVERRIDE, "overrides.")
    for key in _OVERRIDE:
        if key not in content:
            raise ConfigurationError(path, f"one of `overrides` has no `{key}`")
    paths = patterns(path, "overrides.paths", content["paths"])
    return Override(paths, rule_levels(path, content["rules"], "overrides.rules"))


def _level(path: str, key: str, level: Any) -> Level:
    if level not in _LEVELS:
        raise ConfigurationError(path, f"`{key}`: {no_such('level', str(level), _LEVELS)}")
    return Level(level)
