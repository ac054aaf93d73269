"""The imports that load something, module by module, in each environment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.table import table
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Links

Edges = tuple[tuple[int, int], ...]
"""(index of the import, the module that it loads)."""


class Loads(NamedTuple):
    """What one module loads at run time."""

    surviving: tuple[bool, ...]
    """By import."""
    server: Edges
    client: Edges
    """One object with the server's where both are the same."""


class Loading(NamedTuple):
    """What all modules load, and the directives that importers meet: all that does not depend on layers."""

    links: Links
    loads: tuple[Loads, ...]
    directives: tuple[str | None, ...]

    def redirected(self, other: Loading, rewired: Iterable[int]) -> frozenset[int]:
        """Those that meet their importers with another directive, where only those modules may differ."""
        return frozenset(module for module in rewired if self.directives[module] != other.directives[module])


def loading_of(
    facts: Sequence[ModuleFacts],
    links: Links,
    implied: Mapping[int, str],
    before: Loading | None = None,
    rewired: Collection[int] = (),
) -> Loading:
    """`implied`: by module, the directive that it has because of where it stands. `before`: of the same modules, where
    only the interfaces of `rewired` ones differ."""
    loads = table(before and before.loads, len(facts), rewired, lambda module: _loads(facts, links, module))
    known = before and before.directives
    return Loading(links, loads, table(known, len(facts), rewired, lambda m: _directive_met(facts, links, implied, m)))


class ImportGraph:
    """What modules load in given layers."""

    def __init__(self, loading: Loading, layers: Sequence[Layer]) -> None:
        self.links = loading.links
        self.loads = loading.loads
        self.directives = loading.directives
        self.doors = DoorMap(layers, self.directives)
        self._client_bits = sum(1 << layer.index for layer in layers if layer.environment is Environment.CLIENT)

    def edges(self, module: int, bits: int) -> list[tuple[int, Edges]]:
        """(layers, what is loaded in them) for the environments among `bits`."""
        loads = self.loads[module]
        if loads.server is loads.client:
            return [(bits, loads.server)]
        client = self._client_bits
        parts = (bits & ~client, loads.server), (bits & client, loads.client)
        return [part for part in parts if part[0]]

    def packages(self, module: int, bits: int) -> Iterator[tuple[int, int, int]]:
        """(index of the import, a package that runs before what it loads, the layers in which it does): behind a door
        where that is one."""
        for index, package in self.links.packages.get(module, ()):
            directive = self.directives[self.links.server[module][index]]
            yield index, package, self.doors.entering(bits, directive) if directive else bits

    def rows(self, module: int, bits: int) -> list[tuple[int, tuple[int, ...]]]:
        """(layers, where each import leads, leaves included) for the environments among `bits`."""
        server, client = self.links.server[module], self.links.client[module]
        if server is client:
            return [(bits, server)]
        parts = (bits & ~self._client_bits, server), (bits & self._client_bits, client)
        return [part for part in parts if part[0]]


def _directive_met(facts: Sequence[ModuleFacts], links: Links, implied: Mapping[int, str], module: int) -> str | None:
    """The directive that importers meet, the module's own (`use cache` whatever its kind) or that of the output it is
    built into, or what its place implies."""
    own = facts[module].interface.directive
    if own and own.startswith("use cache:"):  # which cache it is makes no difference to importers
        return own.partition(":")[0]
    return own or links.output_directives.get(module) or implied.get(module)


def _loads(facts: Sequence[ModuleFacts], links: Links, module: int) -> Loads:
    surviving = surviving_imports(facts[module].interface, module in links.verbatim)
    server, client = links.server[module], links.client[module]
    edges = _edges(server, surviving)
    return Loads(surviving, edges, edges if client is server else _edges(client, surviving))


def _edges(row: Sequence[int], surviving: Sequence[bool]) -> Edges:
    return tuple([(index, target) for index, target in enumerate(row) if target >= 0 and surviving[index]])
