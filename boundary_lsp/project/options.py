"""Values of compiler options: paths are relative to the file that writes them, wherever they are inherited."""

from __future__ import annotations

import posixpath
from typing import Any, NamedTuple


class Option(NamedTuple):
    value: Any
    directory: str
    """Of the file that says it."""


def below(directory: str, path: str, config_directory: str = "") -> str:
    """A path as an option writes it, relative to the root."""
    if path.startswith("${configDir}"):
        directory, path = config_directory, path.removeprefix("${configDir}").lstrip("/")
    joined = posixpath.normpath(posixpath.join(directory, path))
    return "" if joined == "." else joined


def path_of(option: Option | None, config_directory: str) -> str | None:
    if option is None or not isinstance(option.value, str):
        return None
    return below(option.directory, option.value, config_directory)


def paths_of(option: Option | None, base_url: str | None, directory: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if option is None or not isinstance(option.value, dict):
        return ()
    base = option.directory if base_url is None else base_url
    return tuple(
        (pattern, tuple(below(base, target, directory) for target in items(targets) if isinstance(target, str)))
        for pattern, targets in option.value.items()
    )


def texts(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
