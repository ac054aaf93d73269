"""The tool's own configuration: `boundary.toml`, `[tool.boundary]` in pyproject.toml, `"boundary"` in package.json."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from boundary_lsp.model.project import Configuration, ProjectProblem, TypesConfiguration
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.problems import reason_of

NAME = "boundary.toml"

_ENVIRONMENTS = ("client", "server")
_LISTS = ("exclude", "generated", "used-outside")
_TYPES = ("checker", "project-checker")
_ONLY_AT_THE_ROOT = ("framework", "types")
_KEYS = (*_LISTS, "entry-points", "framework", "types")


class ConfigurationError(Exception):
    """What is wrong, in one line, with the file it is in."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def read_configuration(files: FileSystem) -> Configuration:
    """That of the root; the first of the three places that has one. Raises ConfigurationError."""
    if files.is_directory(NAME):
        raise ConfigurationError(NAME, "is a folder, and not a file")
    for path, table in (
        (NAME, ()),
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


def no_such(kind: str, name: str, known: Collection[str], prefix: str = "") -> str:
    """In words, with the nearest of what there is."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"; did you mean `{prefix}{near[0]}`?" if near else f" (known: {', '.join(known)})"
    return f"there is no {kind} `{prefix}{name}`{hint}"


def _content(files: FileSystem, path: str) -> Any:
    import tomllib

    try:
        text = files.read(path).decode("utf-8")
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
            raise ConfigurationError(path, no_such("key", key, known, prefix))


def _strings(path: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(path, f"`{key}` is not a list of texts")
    return tuple(value)
