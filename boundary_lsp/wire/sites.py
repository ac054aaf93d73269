"""Where a module's own code sends values across: tags of components on the other side, and handlers on the page.

Only what runs on the one side and arrives on the other is a crossing: a client component that only client code renders
gets its props in its own process, and nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.graph.components import Components
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.model.crossings import NO_COMPONENT, Crossing, CrossingKind
from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, Site, SiteKind, ValueKind
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.wire.items import ValuesOf
from boundary_lsp.wire.looked import Looked, LookingLinker


class Sites(NamedTuple):
    """Where values cross in one module, as its own code and the names in it tell."""

    renders: tuple[Crossing, ...] = ()
    handlers: tuple[Crossing, ...] = ()
    """Event handlers and actions that server code puts on elements of the page."""
    looked: frozenset[int] = frozenset()
    """The modules that this depends on."""


NO_SITES = Sites()


class SiteFinder:
    """Finds the sites of modules, one by one."""

    def __init__(self, program: Program, values: ValuesOf, looked: Looked) -> None:
        self._program = program
        self._values = values
        self._looked = looked
        self._doors = Doorways(program, looked)
        self._server = program.environment_bits(Environment.SERVER)
        self._pages = sum(1 << layer.index for layer in program.layers if _renders_for_clients(layer))

    def sites(self, module: int) -> Sites:
        """In the order of the text."""
        (renders, handlers), looked = self._looked.during(lambda: self._found(module))
        return Sites(renders, handlers, looked)

    def _found(self, module: int) -> tuple[tuple[Crossing, ...], tuple[Crossing, ...]]:
        self._looked.at(module)
        return tuple(self._renders(module)), tuple(self._handlers(module))

    def _renders(self, module: int) -> Iterator[Crossing]:
        facts = self._program.facts[module]
        for index, site in enumerate(facts.uses.sites):
            if site.kind is SiteKind.RENDER and (reached := self._runs(module, site.declaration) & self._server):
                beyond = self._doors.beyond(module, site, reached)
                if beyond is not None:
                    start, end = span_at(decode_spans(facts).sites, index)
                    yield Crossing(CrossingKind.PROPS, module, start, end, *beyond)

    def _handlers(self, module: int) -> Iterator[Crossing]:
        if self._program.layer_bits[module] & self._pages and self._program.facts[module].values.has_handlers:
            for handler in self._values(module).handlers:
                if reached := self._runs(module, handler.declaration) & self._pages:
                    layer = next(self._program.layers_of(reached))
                    given = handler.attribute
                    place = (module, given.name_start, given.name_end)
                    yield Crossing(CrossingKind.HANDLER, *place, layer.application, NO_COMPONENT, handler.element)

    def _runs(self, module: int, declaration: int) -> int:
        """The layers in which it is known to run. Of functions in an object (`{ cell: () => <Cell/> }`), nobody knows
        who calls them, and on which side."""
        declared = self._program.facts[module].interface.declarations[declaration]
        is_lost = declared.value in (ValueKind.OBJECT, ValueKind.ARRAY)
        return 0 if is_lost else self._program.reached[module][declaration]


def _renders_for_clients(layer: Layer) -> bool:
    """Its elements travel to a client as data."""
    return layer.environment is Environment.SERVER and "use client" in layer.doors


class Beyond(NamedTuple):
    """A component on the other side of a door."""

    application: int
    component: tuple[int, int]
    package: str


class Doorways:
    """Which tags lead through a client door."""

    def __init__(self, program: Program, looked: Looked) -> None:
        self._program = program
        self._linker = LookingLinker(looked, program.facts, program.links.server, program.directives)
        self._doors = DoorMap(program.layers, program.directives)
        self._components = Components(program.facts, self._linker)

    def beyond(self, module: int, site: Site, reached: int) -> Beyond | None:
        """The component behind the tag, where it is on the other side for some of the layers that reach the tag."""
        package = self._package(module, site)
        if package is not None:
            crossed = self._doors.crossing(reached, package.directive)
            return Beyond(self._application(crossed), NO_COMPONENT, package.package) if crossed else None
        target = self._linker.member(module, site.binding, site.member)
        if target is None:
            return None
        component = self._components.rendered(module, Flow(FlowKind.PROP, site.binding, "", site.member))
        crossed = self._crossed(reached, component.via if component else target.via)
        place = (component.module, component.declaration) if component else NO_COMPONENT
        return Beyond(self._application(crossed), place, "") if crossed else None

    def _package(self, module: int, site: Site) -> Leaf | None:
        binding = self._program.facts[module].interface.bindings[site.binding]
        row = self._linker.target_of_import(module, binding.owner) if binding.kind is BindingKind.IMPORT else 0
        return self._program.links.leaves[~row] if row < 0 else None

    def _crossed(self, reached: int, via: tuple[int, ...]) -> int:
        """Those of the server layers from which the trail ends on the client."""
        client = self._program.environment_bits(Environment.CLIENT)
        bits = (1 << layer.index for layer in self._program.layers_of(reached))
        return sum(bit for bit in bits if self._doors.through(bit, via) & client)

    def _application(self, layers: int) -> int:
        return next((layer.application for layer in self._program.layers_of(layers)), 0)
