"""Every import of every module, resolved: names to numbers."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import Environment, Project
from boundary_lsp.model.resolution import Leaf, Links
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.resolver import Resolver
from boundary_lsp.resolve.vite import vite_aliases


def link(project: Project, files: FileSystem, modules: Sequence[str], facts: Sequence[ModuleFacts]) -> Links:
    """Rows for both environments, sharing what does not depend on conditions. `modules` and `facts` run parallel."""
    linker = _Linker(Resolver(project, files, vite_aliases(project, files)), modules)
    server: list[tuple[int, ...]] = []
    client: list[tuple[int, ...]] = []
    for path, module_facts in zip(modules, facts, strict=True):
        directory = path.rpartition("/")[0]
        specifiers = [imported.specifier for imported in module_facts.interface.imports]
        row = tuple([linker.target(directory, s, Environment.SERVER) for s in specifiers])
        other = tuple([linker.target(directory, s, Environment.CLIENT) for s in specifiers])
        server.append(row)
        client.append(row if other == row else other)
    return Links(tuple(server), tuple(client), tuple(linker.leaves), _verbatim(project, modules))


class _Linker:
    """Answers each (folder, specifier) once for an environment, and each alias once for all folders it governs."""

    def __init__(self, resolver: Resolver, modules: Sequence[str]) -> None:
        self.leaves: list[Leaf] = []
        self._resolver = resolver
        self._index = {path: number for number, path in enumerate(modules)}
        self._numbers: dict[Leaf, int] = {}
        self._memo: dict[tuple[str, str, Environment], int] = {}

    def target(self, directory: str, specifier: str, environment: Environment) -> int:
        if specifier.startswith("."):
            environment = Environment.SERVER  # conditions play no part
        key = (directory, specifier, environment)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._number(self._resolver.resolve(directory, specifier, environment))
        return found

    def _number(self, resolved: str | Leaf) -> int:
        if isinstance(resolved, str):
            return self._index[resolved]
        number = self._numbers.get(resolved)
        if number is None:
            number = self._numbers[resolved] = len(self.leaves)
            self.leaves.append(resolved)
        return ~number


def _verbatim(project: Project, modules: Sequence[str]) -> frozenset[int]:
    """Modules whose compiler options keep imports as they are written."""
    folders = {d for d, config in project.tsconfigs.items() if config.verbatim_module_syntax}
    if not folders:
        return frozenset()
    governed: dict[str, bool] = {}

    def is_verbatim(directory: str) -> bool:
        if directory not in governed:
            has_own = directory in project.tsconfigs
            above = bool(directory) and is_verbatim(directory.rpartition("/")[0])
            governed[directory] = directory in folders if has_own else above
        return governed[directory]

    return frozenset(i for i, path in enumerate(modules) if is_verbatim(path.rpartition("/")[0]))
