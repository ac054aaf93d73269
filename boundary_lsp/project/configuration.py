"""The tool's own configuration: `boundary.toml`, `[tool.boundary]` in pyproject.toml, `"boundary"` in package.json."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from boundary_lsp.model.project import Configuration, TypesConfiguration
from boundary_lsp.ports import FileSystem

_ENVIRONMENTS = ("client", "server")
_LISTS = ("exclude", "generated", "used-outside")
_TYPES = ("checker", "project-checker")
_KEYS = (*_LISTS, "entry-points", "framework", "types")


class ConfigurationError(Exception):
    """What is wrong, in one line, with the file it is in."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def read_configuration(files: FileSystem) -> Configuration:
    """That of the root; the first of the three places that has one. Raises ConfigurationError."""
    for path, table in (
        ("boundary.toml", ()),
        ("pyproject.toml", ("tool", "boundary")),
        ("package.json", ("boundary",)),
    ):
        if files.is_file(path):
            content: Any = _content(files, path)
            for key in table:
                content = content.get(key) if isinstance(content, dict) else None
            if content is not None:
                return _checked(path, content)
    return Configuration()


def _content(files: FileSystem, path: str) -> Any:
    try:
        text = files.read(path).decode("utf-8")
        return tomllib.loads(text) if path.endswith(".toml") else _json(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if path != "boundary.toml":
            return None
        raise ConfigurationError(path, f"cannot be read: {error}") from error


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None


def _checked(path: str, content: Any) -> Configuration:
    if not isinstance(content, dict):
        raise ConfigurationError(path, "the configuration is not a table")
    _known(path, content, _KEYS, "")
    lists = {key: _strings(path, key, content.get(key, [])) for key in _LISTS}
    entries = content.get("entry-points", {})
    if not isinstance(entries, dict):
        raise ConfigurationError(path, "`entry-points` is not a table of `client` and `server`")
    _known(path, entries, _ENVIRONMENTS, "entry-points.")
    framework = content.get("framework")
    if framework is not None and not isinstance(framework, str):
        raise ConfigurationError(path, "`framework` is not a name")
    return Configuration(
        path=path,
        exclude=lists["exclude"],
        generated=lists["generated"],
        used_outside=lists["used-outside"],
        entry_points={key: _strings(path, f"entry-points.{key}", value) for key, value in entries.items()},
        framework=framework,
        types=_types(path, content.get("types", {})),
    )


def _types(path: str, content: Any) -> TypesConfiguration:
    if not isinstance(content, dict):
        raise ConfigurationError(path, f"`types` is not a table of {' and '.join(f'`{key}`' for key in _TYPES)}")
    _known(path, content, _TYPES, "types.")
    checker, own = content.get("checker", ""), content.get("project-checker", False)
    if not isinstance(checker, str):
        raise ConfigurationError(path, "`types.checker` is not a path")
    if not isinstance(own, bool):
        raise ConfigurationError(path, "`types.project-checker` is neither true nor false")
    return TypesConfiguration(checker, own)


def _known(path: str, content: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for key in content:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.5)
            hint = f"; did you mean `{prefix}{near[0]}`?" if near else f" (known: {', '.join(known)})"
            raise ConfigurationError(path, f"there is no key `{prefix}{key}`{hint}")


def _strings(path: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(path, f"`{key}` is not a list of texts")
    return tuple(value)
