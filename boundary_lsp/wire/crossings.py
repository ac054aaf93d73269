"""Where values cross because a server function is called, bound or made: what a finished program really performs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boundary_lsp.model.crossings import Crossing, CrossingKind
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import FunctionKey, Layer, Liveness, Program, Reference, ServerFunction, Transfer
from boundary_lsp.model.project import Environment


def function_crossings(program: Program, function: ServerFunction) -> tuple[Crossing, ...]:
    """What calls of it carry, and what it takes along."""
    return tuple(_of_function(program, function))


def by_module(found: Iterable[Crossing]) -> dict[int, tuple[Crossing, ...]]:
    """Of functions, in the order of the text."""
    modules: dict[int, list[Crossing]] = {}
    for one in found:
        modules.setdefault(one.module, []).append(one)
    return {module: tuple(sorted(crossings, key=_place)) for module, crossings in modules.items()}


def in_order(found: Iterable[Crossing]) -> tuple[Crossing, ...]:
    """Those of one module, in the order of the text."""
    return tuple(sorted(found, key=_place))


def _place(one: Crossing) -> tuple[int, str, FunctionKey | tuple[()]]:
    return one.start, one.kind.value, one.function or ()


def _of_function(program: Program, function: ServerFunction) -> Iterator[Crossing]:
    for reference in function.references:
        layer = _layer_of_call(program, reference)
        if layer is not None:
            yield _at(CrossingKind.ARGUMENTS, reference, function, layer.application)
        elif reference.kind is SiteKind.BIND and (layer := _layer_on_server(program, reference)) is not None:
            yield _at(CrossingKind.BOUND, reference, function, layer.application)
    yield from _around(program, function)


def _around(program: Program, function: ServerFunction) -> Iterator[Crossing]:
    """What the function takes along, and what it gives back."""
    called = [layer for r in function.references if (layer := _layer_of_call(program, r)) is not None]
    place = (function.module, function.start, function.end)
    if called and function.liveness is Liveness.CALLED:
        yield Crossing(CrossingKind.RESULT, *place, called[0].application, function=function.key)
    if function.inline >= 0 and program.facts[function.module].uses.inline_functions[function.inline].captures:
        reached = program.reached[function.module][function.declaration]
        layer = next((one for one in program.layers_of(reached) if one.directives_apply), None)
        if layer is not None and layer.environment is Environment.SERVER:
            yield Crossing(CrossingKind.CAPTURES, *place, layer.application, function=function.key)


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


def _at(kind: CrossingKind, reference: Reference, function: ServerFunction, application: int) -> Crossing:
    return Crossing(kind, reference.module, reference.start, reference.end, application, function=function.key)
