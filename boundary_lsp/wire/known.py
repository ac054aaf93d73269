"""What our own reading tells of the values at crossings and of server functions."""

from __future__ import annotations

from boundary_lsp.model.crossings import NO_COMPONENT, CrossingKind
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.model.project import Environment
from boundary_lsp.model.value_expressions import FunctionValue
from boundary_lsp.model.wire_types import Object, Signature, Unknown, WireType
from boundary_lsp.wire.annotations import spell_annotation
from boundary_lsp.wire.declared import DeclaredTypes
from boundary_lsp.wire.items import Item, ValuesOf
from boundary_lsp.wire.looked import Looked

_NOT_TAKEN = Unknown("a prop that the component does not declare")


class Known:
    def __init__(self, program: Program, values: ValuesOf, looked: Looked) -> None:
        """`looked`: told of the modules that answers depend on."""
        sides = (Environment.SERVER, Environment.CLIENT)
        self._readings = {side: DeclaredTypes(program, values, side, looked) for side in sides}

    def value(self, item: Item) -> WireType:
        side = Environment.CLIENT if item.crossing.kind is CrossingKind.ARGUMENTS else Environment.SERVER
        return self._readings[side].value(item.crossing.module, item.value)

    def prop(self, component: tuple[int, int], name: str) -> WireType:
        """What the component says of the prop: weaker than what is known of the value."""
        if component == NO_COMPONENT:
            return _NOT_TAKEN
        props = self.props(component)
        members = props.members if isinstance(props, Object) else ()
        return next((member.type for member in members if member.name == name), _NOT_TAKEN)

    def props(self, component: tuple[int, int]) -> WireType:
        """All that the component says of its props."""
        return self._readings[Environment.SERVER].props(*component)

    def code(self, function: ServerFunction) -> FunctionValue | None:
        """Of a server function, where its text shows it."""
        return self._readings[Environment.SERVER].function(function)

    def only_code(self, function: ServerFunction) -> FunctionValue | None:
        """The same, where no other function of its name is defined beside it."""
        return self._readings[Environment.SERVER].only_code(function)

    def signature(self, function: ServerFunction) -> Signature | None:
        """A server function as its callers see it, by its declaration."""
        return self._readings[Environment.SERVER].server_signature(function)

    def written(self, function: ServerFunction) -> tuple[str, ...]:
        """The annotations of a server function's parameters and of its result, where its code is seen."""
        code = self.code(function)
        if code is None:
            return ()
        return (*(spell_annotation(parameter.type) for parameter in code.parameters), spell_annotation(code.returns))
