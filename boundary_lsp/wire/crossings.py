"""Where values cross: the renders, calls, captures and bound arguments that a finished program really performs.

Only what runs on the one side and arrives on the other is a crossing: a client component that only client code renders
gets its props in its own process, and nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from boundary_lsp.graph.names import world_of
from boundary_lsp.graph.views import views_of
from boundary_lsp.model.crossings import NO_COMPONENT, Crossing, CrossingKind
from boundary_lsp.model.facts import (
    BindingKind,
    Flow,
    FlowKind,
    ModuleFacts,
    Site,
    SiteKind,
    ValueKind,
    decode_spans,
    span_at,
)
from boundary_lsp.model.program import Layer, Liveness, Program, Reference, ServerFunction, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.model.values import ModuleValues


def crossings(program: Program) -> tuple[Crossing, ...]:
    """In the order of modules and of the text."""
    found = [*_renders(program), *_of_functions(program)]
    return tuple(sorted(found, key=lambda one: (one.module, one.start, one.kind.value)))


def _renders(program: Program) -> Iterator[Crossing]:
    server = program.environment_bits(Environment.SERVER)
    doors = Doorways(program)
    for module, bits in enumerate(program.layer_bits):
        if bits & server:
            yield from _renders_in(program, doors, module, server)


def _renders_in(program: Program, doors: Doorways, module: int, server: int) -> Iterator[Crossing]:
    facts = program.facts[module]
    for index, site in enumerate(facts.uses.sites):
        reached = program.reached[module][site.declaration] & server
        if site.kind is SiteKind.RENDER and reached and _runs(facts, site.declaration):
            beyond = doors.beyond(module, site, reached)
            if beyond is not None:
                start, end = span_at(decode_spans(facts).sites, index)
                yield Crossing(CrossingKind.PROPS, module, start, end, *beyond)


def handler_crossings(program: Program, values: Callable[[int], ModuleValues]) -> Iterator[Crossing]:
    """Event handlers and actions that server code puts on elements of the page.

    `values`: a module's values, on demand."""
    server = sum(1 << layer.index for layer in program.layers if _renders_for_clients(layer))
    for module, bits in enumerate(program.layer_bits):
        if bits & server and program.facts[module].values.has_handlers:
            for handler in values(module).handlers:
                reached = program.reached[module][handler.declaration] & server
                if reached and _runs(program.facts[module], handler.declaration):
                    layer = next(program.layers_of(reached))
                    given = handler.attribute
                    place = (module, given.name_start, given.name_end)
                    yield Crossing(CrossingKind.HANDLER, *place, layer.application, NO_COMPONENT, handler.element)


def _runs(facts: ModuleFacts, declaration: int) -> bool:
    """Of functions in an object (`{ cell: () => <Cell/> }`), nobody knows who calls them, and on which side."""
    return facts.interface.declarations[declaration].value not in (ValueKind.OBJECT, ValueKind.ARRAY)


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

    def __init__(self, program: Program) -> None:
        self._program = program
        view = views_of(program.facts, program.links, program.layers, program.directives)[0]
        self._linker = view.linker
        self._world = world_of(program, view)

    def beyond(self, module: int, site: Site, reached: int) -> Beyond | None:
        """The component behind the tag, where it is on the other side for some of the layers that reach the tag."""
        package = self._package(module, site)
        if package is not None:
            crossed = self._world.doors.crossing(reached, package.directive)
            return Beyond(self._application(crossed), NO_COMPONENT, package.package) if crossed else None
        target = self._linker.member(module, site.binding, site.member)
        if target is None:
            return None
        component = self._world.components.rendered(module, Flow(FlowKind.PROP, site.binding, "", site.member))
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
        return sum(bit for bit in bits if self._world.doors.through(bit, via) & client)

    def _application(self, layers: int) -> int:
        return next((layer.application for layer in self._program.layers_of(layers)), 0)


def _of_functions(program: Program) -> Iterator[Crossing]:
    for number, function in enumerate(program.server_functions):
        for reference in function.references:
            layer = _layer_of_call(program, reference)
            if layer is not None:
                yield _at(CrossingKind.ARGUMENTS, reference, number, layer.application)
            elif reference.kind is SiteKind.BIND and (layer := _layer_on_server(program, reference)) is not None:
                yield _at(CrossingKind.BOUND, reference, number, layer.application)
        yield from _around(program, number, function)


def _around(program: Program, number: int, function: ServerFunction) -> Iterator[Crossing]:
    """What the function takes along, and what it gives back."""
    called = [layer for r in function.references if (layer := _layer_of_call(program, r)) is not None]
    place = (function.module, function.start, function.end)
    if called and function.liveness is Liveness.CALLED:
        yield Crossing(CrossingKind.RESULT, *place, called[0].application, function=number)
    if function.inline >= 0 and program.facts[function.module].uses.inline_functions[function.inline].captures:
        reached = program.reached[function.module][function.declaration]
        layer = next((one for one in program.layers_of(reached) if one.directives_apply), None)
        if layer is not None and layer.environment is Environment.SERVER:
            yield Crossing(CrossingKind.CAPTURES, *place, layer.application, function=number)


def _layer_of_call(program: Program, reference: Reference) -> Layer | None:
    """The client layer from which the reference calls over the network."""
    if reference.kind is not SiteKind.CALL:
        return None
    return _layer(program, reference, Environment.CLIENT, Transfer.NETWORK)


def _layer_on_server(program: Program, reference: Reference) -> Layer | None:
    return _layer(program, reference, Environment.SERVER, Transfer.NETWORK)


def _layer(program: Program, reference: Reference, environment: Environment, transfer: Transfer) -> Layer | None:
    for moved in reference.transfers:
        if moved.transfer is transfer and program.layers[moved.layer].environment is environment:
            return program.layers[moved.layer]
    return None


def _at(kind: CrossingKind, reference: Reference, function: int, application: int) -> Crossing:
    return Crossing(kind, reference.module, reference.start, reference.end, application, function=function)
