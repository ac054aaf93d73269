"""How modules are reached, for publication: from rendered entries, from routes, in the bundles that pages load.

In the layers of one application that read directives. No way leads on through a door; through a module of server
functions, as server code, it does.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import cached_property

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.imports import ImportGraph
from boundary_lsp.graph.reaching import Arrival, Difference, Reach, Sources, Steps, reach_after, reach_of
from boundary_lsp.graph.setup import Setup
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment

Importer = tuple[int, int]
"""(module, import): the import that reaches a module in the way asked for."""


PAGE = 1
"""From what is rendered, as server code."""
ROUTE = 2
"""From what answers requests without rendering."""
BUNDLE = 4
"""As client code that pages load. A client module that only an action would render is in no bundle."""


class Ways:
    """Of one program, by application."""

    def __init__(self, graph: ImportGraph, setup: Setup, importers: Importers, reach: Reach | None = None) -> None:
        """`reach`: by module; the bits of an application come after those of the one before."""
        self._loads, self._directives, self._crossing = graph.loads, graph.directives, graph.doors.crossing
        self._setup = setup
        self._importers = importers
        numbers = range(len(setup.detected))
        self._server = [_bits(setup.layers, number, Environment.SERVER) for number in numbers]
        self._client = [_bits(setup.layers, number, Environment.CLIENT) for number in numbers]
        count = len(graph.loads)
        self._reach = reach or reach_of(count, self._steps(), self._starts(range(count)))

    def after(
        self, graph: ImportGraph, setup: Setup, importers: Importers, stale: Collection[int]
    ) -> tuple[Ways, frozenset[int]]:
        """The same after an edit, and the modules that are reached otherwise. `stale`: those that may load something
        else, or be loaded otherwise."""
        ways = Ways(graph, setup, importers, self._reach)
        among = stale if setup is self._setup else range(len(graph.loads))
        was, now = set(self._starts(among)), set(ways._starts(among))
        difference = Difference(stale, was - now, now - was, {}, ())
        sources = Sources(ways._starts, importers.of_any)
        ways._reach, differing = reach_after(self._reach, self._steps(), ways._steps(), difference, sources)
        return ways, differing

    def is_reached(self, application: int, module: int, way: int) -> bool:
        return bool(self._reach.rows[module][0] >> _WIDTH * application & way)

    def importer_in_bundle(self, application: int, module: int) -> Importer | None:
        """The first client module, in a bundle, that imports this one through a door."""
        if self._crossing(self._client[application], self._directives[module]):
            for importer in self._importers.of(module):
                if self.is_reached(application, importer, BUNDLE):
                    for imported, target in self._loads[importer].client:
                        if target == module:
                            return importer, imported
        return None

    def from_page(self, application: int, module: int, looked: set[int]) -> tuple[Importer, ...]:
        """The imports of the shortest way from a rendered entry to a module that has one; of several, the one whose
        entry, then whose imports come first. `looked` gathers the modules that decide it."""
        ranks, levels, seen = self._ranks[application], [{module}], {module}
        while not (entries := [m for m in levels[-1] if m in ranks and self._directives[m] != "use client"]):
            before = {i for m in levels[-1] for i in self._pages_before(application, m)} - seen
            assert before, "what pages reach is reached from a rendered entry"
            seen |= before
            levels.append(before)
        looked |= seen
        found: list[Importer] = []
        at = min(entries, key=ranks.__getitem__)
        for level in levels[-2::-1]:
            imported, target = next(edge for edge in self._loads[at].server if edge[1] in level)
            found.append((at, imported))
            at = target
        return tuple(found)

    @cached_property
    def _ranks(self) -> list[Mapping[int, int]]:
        """By application, the places of rendered entries in their order."""
        return [{module: rank for rank, module in reversed([*enumerate(r)])} for r in self._setup.rendered]

    def _pages_before(self, application: int, module: int) -> Iterator[int]:
        """Modules that load it as server code of a page."""
        for importer in self._importers.of(module):
            loads = self._loads[importer].server
            if self.is_reached(application, importer, PAGE) and any(target == module for _, target in loads):
                yield importer

    def _starts(self, among: Container[int]) -> Iterator[Arrival]:
        """In these modules."""
        setup = self._setup
        for number, lists in enumerate(zip(setup.rendered, setup.routes, setup.browser, strict=True)):
            for modules, (server, client) in zip(lists, _STARTS, strict=True):
                for module in modules:
                    if module in among:
                        is_client = self._directives[module] == "use client"
                        yield module, 0, (client if is_client else server) << _WIDTH * number

    def _steps(self) -> Steps:
        return Steps(lambda _: 1, self._onward)

    def _onward(self, module: int, _: int, ways: int) -> Iterator[Arrival]:
        for number in _applications(ways):
            here = ways >> _WIDTH * number
            if here & _ON_SERVER:
                for _, target in self._loads[module].server:
                    yield target, 0, self._on_server(number, here & _ON_SERVER, target) << _WIDTH * number
            if here & BUNDLE:
                for _, target in self._loads[module].client:
                    if not self._crossing(self._client[number], self._directives[target]):
                        yield target, 0, BUNDLE << _WIDTH * number

    def _on_server(self, application: int, here: int, target: int) -> int:
        directive = self._directives[target]
        onward = 0 if self._crossing(self._server[application], directive) else here
        return onward | BUNDLE if directive == "use client" and here & PAGE else onward


_WIDTH = 3
"""Bits of an application."""
_ON_SERVER = PAGE | ROUTE
_STARTS = ((PAGE, BUNDLE), (ROUTE, 0), (BUNDLE, BUNDLE))
"""Of what is rendered, of routes, and of what the browser loads: without, and with `'use client'`."""


def _applications(ways: int) -> Iterator[int]:
    number = 0
    while ways:
        if ways & (1 << _WIDTH) - 1:
            yield number
        ways >>= _WIDTH
        number += 1


def _bits(layers: Sequence[Layer], application: int, environment: Environment) -> int:
    return sum(
        1 << layer.index
        for layer in layers
        if layer.application == application and layer.environment is environment and layer.directives_apply
    )
