"""The tool's own configuration: `boundary.toml`, `[tool.boundary]` in pyproject.toml, `"boundary"` in package.json."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from boundary_lsp.model.project import Configuration, ProjectProblem, TypesConfiguration
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.levels import override_levels, rule_levels
from boundary_lsp.project.problems import reason_of
from boundary_lsp.project.reading import ConfigurationError, known_keys, patterns, strings

NAME = "boundary.toml"
NAMES = (NAME, "pyproject.toml", "package.json")
"""Where the root's configuration may be."""

_ENVIRONMENTS = ("client", "server")
_TYPES = ("checker", "project-checker")
_ONLY_AT_THE_ROOT = ("framework", "types")
_KEYS = ("exclude", "generated", "used-outside", "entry-points", "framework", "overrides", "rules", "types")


def read_configuration(files: FileSystem) -> Configuration:
    """That of the root; the first of the three places that has one. Raises ConfigurationError."""
    if files.is_directory(NAME):
        raise ConfigurationError(NAME, "is a folder, and not a file")
    for path, table in zip(NAMES, ((), ("tool", "boundary"), ("boundary",)), strict=True):
        if files.is_file(path):
            content: Any = _content(files, path)
            for key in table:
                content = content.get(key) if isinstance(content, dict) else None
            if content is not None:
                return _checked(path, content)
    return Configuration()


def read_nested(files: FileSystem, path: str, problems: list[ProjectProblem]) -> Configuration:
    """A `boundary.toml` below the root. Raises ConfigurationError."""
    if files.is_directory(path):
        raise ConfigurationError(path, "is a folder, and not a file")
    content = _content(files, path)
    found = _checked(path, content)
    for key in _ONLY_AT_THE_ROOT:
        if key in content:
            problems.append(ProjectProblem(path, f"`{key}` is only read from the root's configuration"))
    return replace(found, framework=None, types=TypesConfiguration())


def _content(files: FileSystem, path: str) -> Any:
    import tomllib

    try:
        text = files.read(path).decode("utf-8-sig")
        return tomllib.loads(text) if path.endswith(".toml") else _json(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if path.rpartition("/")[2] != NAME:
            return None
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise ConfigurationError(path, f"cannot be read: {reason}") from error


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None


def _checked(path: str, content: Any) -> Configuration:
    if not isinstance(content, dict):
        raise ConfigurationError(path, "the configuration is not a table")
    known_keys(path, content, _KEYS, "")
    entries = content.get("entry-points", {})
    if not isinstance(entries, dict):
        raise ConfigurationError(path, "`entry-points` is not a table of `client` and `server`")
    known_keys(path, entries, _ENVIRONMENTS, "entry-points.")
    framework = content.get("framework")
    if framework is not None and not isinstance(framework, str):
        raise ConfigurationError(path, "`framework` is not a name")
    return Configuration(
        path=path,
        exclude=patterns(path, "exclude", content.get("exclude", [])),
        generated=patterns(path, "generated", content.get("generated", [])),
        used_outside=strings(path, "used-outside", content.get("used-outside", [])),
        entry_points={key: patterns(path, f"entry-points.{key}", value) for key, value in entries.items()},
        framework=framework,
        types=_types(path, content.get("types", {})),
        rules=rule_levels(path, content.get("rules", {})),
        overrides=override_levels(path, content.get("overrides", [])),
    )


def _types(path: str, content: Any) -> TypesConfiguration:
    if not isinstance(content, dict):
        raise ConfigurationError(path, f"`types` is not a table of {' and '.join(f'`{key}`' for key in _TYPES)}")
    known_keys(path, content, _TYPES, "types.")
    checker, own = content.get("checker", ""), content.get("project-checker", False)
    if not isinstance(checker, str):
        raise ConfigurationError(path, "`types.checker` is not a path")
    if not isinstance(own, bool):
        raise ConfigurationError(path, "`types.project-checker` is neither true nor false")
    return TypesConfiguration(checker, own)
