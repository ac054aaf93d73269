"""Every import of every module, resolved: names to numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import Environment, Project
from boundary_lsp.model.resolution import Links
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.browser import ClientResolver
from boundary_lsp.resolve.builds import own_builds
from boundary_lsp.resolve.numbering import Numbers
from boundary_lsp.resolve.places import Places
from boundary_lsp.resolve.python import PythonResolver, PythonRows
from boundary_lsp.resolve.resolver import Resolver
from boundary_lsp.resolve.vite import vite_aliases
from boundary_lsp.syntax.languages import language_of


def link(project: Project, files: FileSystem, modules: Sequence[str], facts: Sequence[ModuleFacts]) -> Links:
    """Rows for both environments, sharing what does not depend on conditions. `modules` and `facts` run parallel."""
    return Linking(project, files, modules).links(facts)


class _Rows(Protocol):
    def rows(self, directory: str, specifiers: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the specifiers lead on the server and on the client; one object where that is the same."""


class Linking:
    """Resolves the imports of one project and remembers the answers: they hold as long as no file comes or goes and
    nothing that configures them is edited."""

    def __init__(self, project: Project, files: FileSystem, modules: Sequence[str]) -> None:
        self._resolver = Resolver(project, files, vite_aliases(project, files))
        self._numbers = Numbers(modules)
        node = _Linker(self._resolver, ClientResolver(project, self._resolver), self._numbers)
        self._by_module = _by_module(project, files, modules, node, self._numbers)
        self._modules = modules
        self._verbatim = _verbatim(project, modules)
        self._built = _built(self._resolver.places, own_builds(project.manifests.values()), modules)

    def links(self, facts: Sequence[ModuleFacts]) -> Links:
        rows = [self._rows(module, module_facts) for module, module_facts in enumerate(facts)]
        server = [row for row, _ in rows]
        packages = {module: found for module in range(len(rows)) if (found := self._packages(module, facts, server))}
        return self._links(server, [client for _, client in rows], packages)

    def again(self, before: Links, facts: Sequence[ModuleFacts], edited: Iterable[int]) -> Links | None:
        """After edits of these modules' interfaces; `before` came from here. None where all have to be linked anew:
        nobody may import the output any more that gave a module its directive."""
        server, client, packages = list(before.server), list(before.client), dict(before.packages)
        for module in edited:
            server[module], client[module] = self._rows(module, facts[module])
            packages[module] = self._packages(module, facts, server)
            gone = {*before.server[module], *before.client[module]} - {*server[module], *client[module]}
            if not gone.isdisjoint(before.output_directives):
                return None
        return self._links(server, client, {module: found for module, found in packages.items() if found})

    def _rows(self, module: int, facts: ModuleFacts) -> tuple[tuple[int, ...], tuple[int, ...]]:
        specifiers = [imported.specifier for imported in facts.interface.imports]
        return self._by_module[module].rows(_folder(self._modules[module]), specifiers)

    def _packages(
        self, module: int, facts: Sequence[ModuleFacts], rows: Sequence[tuple[int, ...]]
    ) -> tuple[tuple[int, int], ...]:
        linker, imports = self._by_module[module], facts[module].interface.imports
        if not isinstance(linker, PythonRows):
            return ()
        return linker.packages(_folder(self._modules[module]), imports, rows[module])

    def _links(
        self,
        server: Sequence[tuple[int, ...]],
        client: Sequence[tuple[int, ...]],
        packages: Mapping[int, tuple[tuple[int, int], ...]],
    ) -> Links:
        directives = self._resolver.output_directives
        banners = {self._numbers.index[path]: directive for path, directive in directives.items()}
        leaves = tuple(self._numbers.leaves)
        return Links(tuple(server), tuple(client), leaves, self._verbatim, banners, self._built, packages)


class _Linker:
    """Answers each path once for a folder, and every other specifier once for a scope."""

    def __init__(self, resolver: Resolver, client: ClientResolver, numbers: Numbers) -> None:
        self._resolver = resolver
        self._client = client
        self._number = numbers.of
        self._memo: dict[tuple[str, str], tuple[int, int]] = {}

    def rows(self, directory: str, specifiers: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        scope = self._resolver.places.scope(directory)
        both = [self._both(directory if s[:1] in "./" or "!" in s else scope, s) for s in specifiers]
        server = tuple([pair[0] for pair in both])
        client = tuple([pair[1] for pair in both])
        return server, server if client == server else client

    def _both(self, directory: str, specifier: str) -> tuple[int, int]:
        key = (directory, specifier)
        found = self._memo.get(key)
        if found is None:
            server = self._number(self._resolver.resolve(directory, specifier, Environment.SERVER))
            client = server
            if specifier[:1] != "." or self._client.has_tables:  # conditions play no part in relative paths
                client = self._number(self._client.resolve(directory, specifier))
            found = self._memo[key] = (server, client)
        return found


def _built(places: Places, packages: frozenset[str], modules: Sequence[str]) -> frozenset[int]:
    """The modules of those packages."""
    if not packages:
        return frozenset()
    nearest = {directory: next(iter(places.manifests_above(directory)), None) for directory in map(_folder, modules)}
    inside = {directory for directory, manifest in nearest.items() if manifest and manifest.directory in packages}
    return frozenset(number for number, path in enumerate(modules) if _folder(path) in inside)


def _by_module(
    project: Project, files: FileSystem, modules: Sequence[str], node: _Rows, numbers: Numbers
) -> Sequence[_Rows]:
    """What links each module: its language decides."""
    if not any(map(is_python, modules)):
        return [node] * len(modules)
    python = PythonRows(PythonResolver(project, files), numbers)
    return [python if is_python(path) else node for path in modules]


def is_python(path: str) -> bool:
    return language_of(path).front_end == "python"


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


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
