"""What both tiers know of the values at crossings: our own reading at once, the checker's in one portion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from boundary_lsp.model.crossings import NO_COMPONENT, CrossingKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.value_expressions import FunctionValue
from boundary_lsp.model.wire_types import (
    Class,
    ClientReference,
    Component,
    Element,
    Function,
    Literal,
    Object,
    Primitive,
    ServerReference,
    Signature,
    Unknown,
    WireType,
)
from boundary_lsp.ports import TypeOracle, TypeQuestion
from boundary_lsp.wire.annotations import spell_annotation
from boundary_lsp.wire.declared import DeclaredTypes
from boundary_lsp.wire.items import Item, ValuesOf
from boundary_lsp.wire.merging import has_unknown
from boundary_lsp.wire.net import Net

_SETTLED = (Primitive, Literal, ServerReference, ClientReference, Function, Class, Component, Element)
"""Told by the text itself: a checker would not know better."""
_Answer = TypeVar("_Answer")
_NOT_TAKEN = Unknown("a prop that the component does not declare")


class Known:
    def __init__(self, program: Program, values: ValuesOf, oracle: TypeOracle | None, net: Net) -> None:
        self._program = program
        self._net = net
        self._oracle = oracle
        sides = (Environment.SERVER, Environment.CLIENT)
        self._readings = {side: DeclaredTypes(program, values, side) for side in sides}
        self._has_asked = False
        self._types: Mapping[TypeQuestion, WireType] = {}
        self._declared: dict[Item, WireType] = {}

    def prepare(self, items: Iterable[Item]) -> list[Item]:
        """Reads all values, and asks the checker about what that does not settle. Those that could be read."""
        for item in items:
            found = self._net.over((item.crossing.module, item.start), None, self._read, item)
            if found is not None:
                self._declared[item] = found
        if self._oracle is not None:
            questions = [self._question(i) for i, found in self._declared.items() if not isinstance(found, _SETTLED)]
            self._types = self._ask(self._oracle.types, questions)
        return list(self._declared)

    def declared(self, item: Item) -> WireType:
        return self._declared[item]

    def inferred(self, item: Item) -> WireType | None:
        return self._types.get(self._question(item))

    def prop(self, component: tuple[int, int], name: str) -> WireType:
        """What the component says of the prop: weaker than what is known of the value."""
        if component == NO_COMPONENT:
            return _NOT_TAKEN
        props = self.props(component)
        members = props.members if isinstance(props, Object) else ()
        return next((member.type for member in members if member.name == name), _NOT_TAKEN)

    def code(self, number: int) -> FunctionValue | None:
        """Of a server function, where its text shows it."""
        return self._readings[Environment.SERVER].function(self._program.server_functions[number])

    def written(self, number: int) -> tuple[str, ...]:
        """The annotations of a server function's parameters and of its result, where its code is seen."""
        function = self._program.server_functions[number]
        return self._net.over((function.module, function.start), (), self._written, number)

    def _written(self, number: int) -> tuple[str, ...]:
        code = self.code(number)
        if code is None:
            return ()
        return (*(spell_annotation(parameter.type) for parameter in code.parameters), spell_annotation(code.returns))

    def props(self, component: tuple[int, int]) -> WireType:
        """All that the component says of its props."""
        return self._readings[Environment.SERVER].props(*component)

    def signatures(self) -> tuple[Mapping[int, Signature], Mapping[int, Signature]]:
        """By server function: as declared, and as inferred where that is not all."""
        reading = self._readings[Environment.SERVER]
        functions = self._program.server_functions
        declared = {}
        for number, one in enumerate(functions):
            found = self._net.over((one.module, one.start), None, reading.server_signature, one)
            if found is not None:
                declared[number] = found
        if self._oracle is None:
            return declared, {}
        unclear = [n for n in range(len(functions)) if n not in declared or _is_unclear(declared[n])]
        questions = {number: self._name(number) for number in unclear}
        answers = self._ask(self._oracle.signatures, questions.values())
        return declared, {n: answers[question] for n, question in questions.items() if question in answers}

    def _read(self, item: Item) -> WireType:
        side = Environment.CLIENT if item.crossing.kind is CrossingKind.ARGUMENTS else Environment.SERVER
        return self._readings[side].value(item.crossing.module, item.value)

    @property
    def trouble(self) -> str:
        """Why the checker told less than it was asked; empty where it was not asked at all."""
        return self._oracle.trouble if self._oracle is not None and self._has_asked else ""

    def _ask(
        self, answer: Callable[[Sequence[TypeQuestion]], Mapping[TypeQuestion, _Answer]], about: Iterable[TypeQuestion]
    ) -> Mapping[TypeQuestion, _Answer]:
        questions = list(dict.fromkeys(about))
        self._has_asked = self._has_asked or bool(questions)
        return answer(questions) if questions else {}

    def _question(self, item: Item) -> TypeQuestion:
        return TypeQuestion(self._program.modules[item.crossing.module], item.start, item.end)

    def _name(self, number: int) -> TypeQuestion:
        function = self._program.server_functions[number]
        return TypeQuestion(self._program.modules[function.module], function.start, function.end)


def _is_unclear(signature: Signature) -> bool:
    return has_unknown(signature.returns) or any(has_unknown(member.type) for member in signature.parameters)
