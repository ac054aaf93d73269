"""From a dotted name and the folders in which it may begin to a file, as Python's own finder looks it up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

MODULE = ".py"
PACKAGE = "__init__.py"
_WITHOUT_SOURCE = (".pyi", ".pyx", ".so", ".pyd")
"""Stubs and compiled modules: there, and not to be read."""


class Found(NamedTuple):
    """What a name leads to: all empty where there is nothing."""

    file: str = ""
    folders: tuple[str, ...] = ()
    """Where it is only a folder without a module of its own: a namespace package's portions."""
    unread: str = ""
    """A file that is there without source that we read."""
    tried: tuple[str, ...] = ()
    """Files that would have been it, where a package was found that lacks it."""

    def __bool__(self) -> bool:
        return bool(self.file or self.unread)


class NameFinder:
    def __init__(self, files: Set[str], directories: Set[str]) -> None:
        self._files = files
        self._directories = directories

    def find(self, parts: Sequence[str], folders: Iterable[str]) -> Found:
        """The first folder with a regular package or a module wins; else all that have a folder of the name are
        portions of one namespace package."""
        portions = tuple(folders)
        if not parts:
            return self._whole(portions)
        is_inside = False
        for number, part in enumerate(parts):
            found = self._step(part, portions)
            if found.unread or (number == len(parts) - 1 and (found.file or found.folders)):
                return found
            is_inside = is_inside or bool(found.file)
            if not found.folders:
                return Found(tried=_candidates(parts[number:], portions) if is_inside else ())
            portions = found.folders
        return Found()

    def _step(self, part: str, portions: Sequence[str]) -> Found:
        """One name below these folders. A regular package has a file and one folder."""
        spaces: list[str] = []
        for portion in portions:
            path = f"{portion}/{part}" if portion else part
            if f"{path}/{PACKAGE}" in self._files:
                return Found(f"{path}/{PACKAGE}", (path,))
            if path + MODULE in self._files:
                return Found(path + MODULE)
            unread = self._unread(path)
            if unread:
                return Found(unread=unread)
            if path in self._directories:
                spaces.append(path)
        return Found(folders=tuple(spaces))

    def _whole(self, folders: Sequence[str]) -> Found:
        """The package whose folder is the first of these: the others only add modules to it."""
        file = "/".join(filter(None, (folders[0], PACKAGE)))
        return Found(file) if file in self._files else Found(folders=tuple(folders))

    def _unread(self, path: str) -> str:
        return next((path + ending for ending in _WITHOUT_SOURCE if path + ending in self._files), "")


def _candidates(parts: Sequence[str], portions: Sequence[str]) -> tuple[str, ...]:
    rest = "/".join(parts)
    paths = [f"{portion}/{rest}" if portion else rest for portion in portions]
    return tuple(f"{path}{ending}" for path in paths for ending in (MODULE, f"/{PACKAGE}"))
