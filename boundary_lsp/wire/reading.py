"""Our own reading of one module's crossings, and of one server function, each with the modules it depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.model.crossings import Crossing
from boundary_lsp.model.judgements import Lost, Misfit
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.model.wire_types import (
    Class,
    ClientReference,
    Component,
    Element,
    Function,
    Literal,
    Primitive,
    ServerReference,
    Signature,
    WireType,
)
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.wire.arity import misfit, refusing_calls
from boundary_lsp.wire.items import Item, ValuesOf, call_of, items_of
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.merging import has_unknown
from boundary_lsp.wire.net import Net
from boundary_lsp.wire.sites import Sites

_SETTLED = (Primitive, Literal, ServerReference, ClientReference, Function, Class, Component, Element)
"""Told by the text itself: a checker would not know better."""


class ReadValue(NamedTuple):
    item: Item
    declared: WireType
    question: TypeQuestion | None
    """What a checker may know more about."""


Given = tuple[Sites, tuple[Crossing, ...]]
"""Where values cross in a module by its own code, and because of server functions."""


class ModuleReading(NamedTuple):
    crossings: tuple[Crossing, ...]
    values: tuple[ReadValue, ...]
    """Those that could be read, in the order of the crossings and of the text."""
    questions: tuple[TypeQuestion, ...]
    """About these."""
    looked: frozenset[int]
    lost: tuple[Lost, ...]
    misfits: tuple[Misfit, ...] = ()
    """Calls with other arguments than the server function takes."""
    given: Given | None = None
    """What the crossings were put together from, if they are still the same."""


class FunctionReading(NamedTuple):
    signature: Signature | None
    """As declared."""
    written: tuple[str, ...]
    """As in `Known.written`."""
    question: TypeQuestion | None
    """What a checker may know more about."""
    looked: frozenset[int]
    lost: tuple[Lost, ...]


class Reader:
    """Reads modules and functions of one program."""

    def __init__(self, program: Program, values: ValuesOf, known: Known, looked: Looked) -> None:
        self._program = program
        self._values = values
        self._known = known
        self._looked = looked

    def module(self, module: int, crossings: tuple[Crossing, ...]) -> ModuleReading:
        """`crossings`: all that are in it."""
        net = Net()
        (values, misfits), looked = self._looked.during(
            lambda: (tuple(self._read(module, crossings, net)), tuple(self._misfits(module, crossings, net)))
        )
        questions = tuple(one.question for one in values if one.question is not None)
        return ModuleReading(crossings, values, questions, looked, tuple(net.lost), misfits)

    def function(self, function: ServerFunction) -> FunctionReading:
        net = Net()
        (signature, written), looked = self._looked.during(lambda: self._declared(function, net))
        question = self._name(function) if signature is None or _is_unclear(signature) else None
        return FunctionReading(signature, written, question, looked, tuple(net.lost))

    def _read(self, module: int, crossings: Sequence[Crossing], net: Net) -> Iterator[ReadValue]:
        self._looked.at(module)
        for one in dict.fromkeys(crossings):
            for item in net.over((one.module, one.start), [], self._items, one):
                declared = net.over((one.module, item.start), None, self._known.value, item)
                if declared is not None:
                    yield ReadValue(item, declared, self._question(item, declared))

    def _misfits(self, module: int, crossings: Sequence[Crossing], net: Net) -> Iterator[Misfit]:
        for crossing, function in refusing_calls(self._program, crossings):
            found = net.over((module, crossing.start), None, self._misfit, crossing, function)
            if found is not None:
                yield found

    def _misfit(self, crossing: Crossing, function: ServerFunction) -> Misfit | None:
        code = self._known.only_code(function)
        call = call_of(crossing, self._values(crossing.module))
        return misfit(crossing, function.key, call, code.parameters) if code is not None and call is not None else None

    def _items(self, crossing: Crossing) -> list[Item]:
        return list(items_of(crossing, self._values))

    def _question(self, item: Item, declared: WireType) -> TypeQuestion | None:
        path = self._program.modules[item.crossing.module]
        return None if isinstance(declared, _SETTLED) else TypeQuestion(path, item.start, item.end)

    def _declared(self, function: ServerFunction, net: Net) -> tuple[Signature | None, tuple[str, ...]]:
        place = (function.module, function.start)
        self._looked.at(function.module)
        signature = net.over(place, None, self._known.signature, function)
        return signature, net.over(place, (), self._known.written, function)

    def _name(self, function: ServerFunction) -> TypeQuestion:
        return TypeQuestion(self._program.modules[function.module], function.start, function.end)


def _is_unclear(signature: Signature) -> bool:
    return has_unknown(signature.returns) or any(has_unknown(member.type) for member in signature.parameters)
