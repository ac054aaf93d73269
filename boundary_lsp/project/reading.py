"""Values of a configuration, checked: whatever is wrong is told in one line, with the nearest of what is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from pathspec import GitIgnoreSpec


class ConfigurationError(Exception):
    """What is wrong, in one line, with the file it is in."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def known_keys(path: str, content: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    """Raises ConfigurationError for a key that is none of the `known`."""
    for key in content:
        if key not in known:
            raise ConfigurationError(path, no_such("key", key, known, prefix))


def strings(path: str, key: str, value: Any) -> tuple[str, ...]:
    """A list of texts; raises ConfigurationError for anything else."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(path, f"`{key}` is not a list of texts")
    return tuple(value)


def patterns(path: str, key: str, value: Any) -> tuple[str, ...]:
    """A list of gitignore patterns; raises ConfigurationError for anything else."""
    found = strings(path, key, value)
    for pattern in found:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            raise ConfigurationError(path, f"`{key}`: `{pattern}` is not a pattern") from None
    return found


def no_such(kind: str, name: str, known: Collection[str], prefix: str = "") -> str:
    """In words, with the nearest of what there is."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"; did you mean `{prefix}{near[0]}`?" if near else f" (known: {', '.join(known)})"
    return f"there is no {kind} `{prefix}{name}`{hint}"
