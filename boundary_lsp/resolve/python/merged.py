"""Packages that a framework puts together out of several folders.

Anvil: the modules of `client_code/` and `server_code/` are one package, called as `package_name` in `anvil.yaml` says;
a form's `_anvil_designer` is written by the editor. Source: "App structure" of the Anvil runtime's documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem

_MANIFEST = "anvil.yaml"
_FOLDERS = ("client_code", "server_code")
_WRITTEN = "._anvil_designer"
_PACKAGE_NAME = re.compile(rb"^package_name\s*:\s*['\"]?(\w+)['\"]?\s*$", re.MULTILINE)
_SIZE_LIMIT = 1024 * 1024


class MergedPackages:
    def __init__(self, project: Project, files: FileSystem) -> None:
        self._names: dict[str, str] = {}
        """By folder of an application, the package's name; empty where it has none."""
        for path in project.files:
            if path == _MANIFEST or path.endswith(f"/{_MANIFEST}"):
                self._names[path.rpartition("/")[0]] = _name(files, path)

    def portions(self, folder: str) -> tuple[str, ...]:
        """The folder, and its counterpart on the other side where its package has one."""
        place = self._place(folder)
        if place is None:
            return (folder,)
        application, side, rest = place
        others = (_join(application, other, rest) for other in _FOLDERS if other != side)
        return (folder, *others)

    def named(self, directory: str, name: str) -> tuple[str, ...]:
        """The folders of the package of that name, as seen from a module's folder."""
        place = self._place(directory)
        if place is None or self._names[place[0]] != name:
            return ()
        return self.portions(_join(place[0], place[1], ""))

    def names(self, directory: str) -> Iterator[tuple[str, str]]:
        """The package that a folder belongs to, where it has a name: that, with each of its folders."""
        place = self._place(directory)
        name = self._names[place[0]] if place else ""
        if place and name:
            yield from ((name, folder) for folder in self.named(directory, name))

    def generated(self, directory: str, specifier: str) -> Leaf | None:
        if specifier.endswith(_WRITTEN) and self._place(directory):
            return Leaf(LeafKind.GENERATED, specifier, reason="Anvil's editor writes it")
        return None

    def _place(self, folder: str) -> tuple[str, str, str] | None:
        """(application, side, rest) of a folder of code."""
        return next(self._places(folder), None) if self._names else None

    def _places(self, folder: str) -> Iterator[tuple[str, str, str]]:
        parts = folder.split("/")
        for number, part in enumerate(parts):
            application = "/".join(parts[:number])
            if part in _FOLDERS and application in self._names:
                yield application, part, "/".join(parts[number + 1 :])


def _join(*parts: str) -> str:
    return "/".join(filter(None, parts))


def _name(files: FileSystem, path: str) -> str:
    try:
        found = _PACKAGE_NAME.search(files.read_head(path, _SIZE_LIMIT))
    except OSError:
        return ""
    return found[1].decode() if found else ""
