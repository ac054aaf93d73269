"""The paths of a command line: which root they belong to, and what of it is to be reported."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH116, PTH118

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from boundary_lsp.cli.errors import CommandError
from boundary_lsp.composition import SeveralRoots, root_of


@dataclass(frozen=True, slots=True)
class Scope:
    """`inside` are paths below the root, `/`-separated; a module is reported if it is one of them or below one."""

    root: str
    inside: tuple[str, ...]

    def covers(self, path: str) -> bool:
        return any(not part or path == part or path.startswith(f"{part}/") for part in self.inside)

    def show(self, path: str) -> str:
        """A path below the root, as seen from the current folder."""
        return as_seen(self.root, path)


def scope_of(paths: Sequence[str]) -> Scope:
    """Raises CommandError for what does not exist, and for paths of several roots."""
    absolute = [existing(path) for path in paths or ["."]]
    try:
        root = root_of(absolute, _current_folder())
    except SeveralRoots as error:
        several = ", ".join(as_seen("/", folder) for folder in error.roots)
        raise CommandError(f"the paths belong to different workspaces ({several}): run once for each") from None
    return Scope(root, tuple(below(root, path) for path in absolute))


def existing(path: str) -> str:
    """The real absolute path; raises CommandError where there is nothing."""
    try:
        absolute = os.path.realpath(path)
    except OSError:
        raise CommandError("the current folder does not exist any more") from None
    try:
        os.stat(absolute)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise CommandError(f"there is no file or folder `{path}`") from None
    except OSError as error:
        raise CommandError(f"`{path}` cannot be read: {error.strerror}") from None
    return absolute


def _current_folder() -> str:
    """Empty where it does not exist any more."""
    try:
        return os.path.realpath(os.curdir)
    except OSError:
        return ""


def below(root: str, absolute: str) -> str:
    """The path relative to the root, `/`-separated; raises CommandError where it is outside."""
    native = os.path.normpath(root)
    if absolute == native:
        return ""
    prefix = native.rstrip(os.sep) + os.sep
    if not absolute.startswith(prefix):
        raise CommandError(f"`{absolute}` is outside of the workspace {root}")
    return absolute[len(prefix) :].replace(os.sep, "/")


def as_seen(root: str, path: str) -> str:
    absolute = os.path.join(root, path)
    try:
        return os.path.relpath(absolute).replace(os.sep, "/")
    except (ValueError, OSError):  # another drive; no current folder
        return absolute
