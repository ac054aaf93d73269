"""How a module of Python is called where it, or the module that imports it, has moved: in the style that it has."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.python.finder import MODULE, PACKAGE
from boundary_lsp.resolve.python.merged import MergedPackages
from boundary_lsp.resolve.python.resolver import PythonResolver
from boundary_lsp.resolve.respelling import Move


class PythonRespeller:
    """As `resolve.respellers` asks for it."""

    def __init__(self, before: Project, after: Project, files: FileSystem, files_after: FileSystem) -> None:
        self._before = PythonResolver(before, files)
        self._after = PythonResolver(after, files_after)
        self._merged = MergedPackages(after, files_after)
        self._declared = {root for distribution in after.distributions.values() for root in distribution.roots} - {""}

    def led(self, directory: str, specifier: str) -> str | Leaf:
        return self._before.resolve(directory, specifier)

    def respelled(self, specifier: str, move: Move) -> str | None:
        return next((s for s in (specifier, *self._spellings(specifier, move)) if self._leads(s, move)), None)

    def _leads(self, specifier: str, move: Move) -> bool:
        return self._after.resolve(move.new_directory, specifier) == move.new_target

    def _spellings(self, specifier: str, move: Move) -> Iterator[str]:
        """The likest first: a relative path stays one as long as it stays in a package, and what has a name at its end
        still has one (`from . import cart` cannot take a package by a path that is only dots)."""
        inside, outside = self._relative(move)
        absolute = self._absolute(specifier, move)
        found = (*inside, *absolute, *outside) if specifier.startswith(".") else (*absolute, *inside, *outside)
        has_name = bool(specifier.strip("."))
        yield from sorted(found, key=lambda one: has_name and not one.strip("."))

    def _relative(self, move: Move) -> tuple[list[str], list[str]]:
        """Those that stay in a package, and those that begin where absolute names do; shortest way up first."""
        inside: list[str] = []
        outside: list[str] = []
        for dots, folder in enumerate(_above(move.new_directory), start=1):
            portions = self._merged.portions(folder)
            is_root = len(portions) == 1 and (not folder or folder in self._declared)
            names = (_dotted(portion, move.new_target) for portion in portions)
            (outside if is_root else inside).extend("." * dots + name for name in names if name is not None)
        return inside, outside

    def _absolute(self, specifier: str, move: Move) -> list[str]:
        """Beginning where it did, else in a folder that the project declares, else in the outermost."""

        def rank(beginning: tuple[str, str]) -> tuple[bool, bool, int]:
            prefix, folder = beginning
            return _named(prefix, folder, move.target) != specifier, folder not in self._declared, len(folder)

        beginnings = sorted(self._after.beginnings(move.new_directory), key=rank)
        names = (_named(prefix, folder, move.new_target) for prefix, folder in beginnings)
        return [name for name in names if name]


def _above(directory: str) -> Iterator[str]:
    """The folder itself and those above it, the root last."""
    while directory:
        yield directory
        directory = directory.rpartition("/")[0]
    yield ""


def _named(prefix: str, folder: str, file: str) -> str | None:
    name = _dotted(folder, file)
    return name if name is None else ".".join(filter(None, (prefix, name)))


def _dotted(folder: str, file: str) -> str | None:
    """A file's name as a module, seen from a folder; None for one that is not in it."""
    head = f"{folder}/" if folder else ""
    if not file.startswith(head):
        return None
    rest = f"/{file[len(head) :]}"
    path = rest.removesuffix(f"/{PACKAGE}") if rest.endswith(f"/{PACKAGE}") else rest.removesuffix(MODULE)
    return path[1:].replace("/", ".")
