"""What has to be written when files move, by the language of the importing module."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from boundary_lsp.model.project import Environment, Project
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.link import is_python
from boundary_lsp.resolve.paths import join
from boundary_lsp.resolve.python.respelling import PythonRespeller
from boundary_lsp.resolve.resolver import Resolver
from boundary_lsp.resolve.respelling import Move, respellings
from boundary_lsp.resolve.spelling import read_specifier
from boundary_lsp.resolve.vite import vite_aliases

_SIDES = (Environment.SERVER, Environment.CLIENT)


class Respeller(Protocol):
    def led(self, directory: str, specifier: str) -> str | Leaf:
        """Where it leads before the move, on the server."""

    def respelled(self, specifier: str, move: Move) -> str | None:
        """What leads to the target after the move: the same, where that still does. None where nothing does that we
        could write."""


def respeller_of(
    before: Project, after: Project, files: FileSystem, files_after: FileSystem
) -> Callable[[str], Respeller]:
    """By a module's path. Each is made when the first module of its language is met."""
    made: dict[bool, Respeller] = {}

    def of(path: str) -> Respeller:
        kind = is_python(path)
        if kind not in made:
            respeller = PythonRespeller if kind else _NodeRespeller
            made[kind] = respeller(before, after, files, files_after)
        return made[kind]

    return of


class _NodeRespeller:
    def __init__(self, before: Project, after: Project, files: FileSystem, files_after: FileSystem) -> None:
        aliases = vite_aliases(before, files)
        self._sources = frozenset(after.sources)
        self._before = Resolver(before, files, aliases)
        self._after = Resolver(after, files_after, aliases)

    def led(self, directory: str, specifier: str) -> str | Leaf:
        return self._before.resolve(directory, specifier, Environment.SERVER)

    def respelled(self, specifier: str, move: Move) -> str | None:
        found = (specifier, *respellings(self._before.aliases, self._after.aliases, specifier, move))
        return next((one for one in found if self._leads(one, move)), None)

    def _leads(self, specifier: str, move: Move) -> bool:
        plain, as_text = read_specifier(specifier)
        if as_text or move.new_target not in self._sources:
            return join(move.new_directory, plain) == move.new_target
        return move.new_target in {self._after.resolve(move.new_directory, specifier, side) for side in _SIDES}
