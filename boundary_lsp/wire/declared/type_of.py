"""`typeof config.theme`."""

from __future__ import annotations

from boundary_lsp.model.type_expressions import TypeofType
from boundary_lsp.model.wire_types import (
    Class,
    ClientReference,
    Component,
    Function,
    ServerReference,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.named_values import meant
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.words import A_FUNCTION


def type_of_value(context: Context, scope: Scope, expression: TypeofType) -> WireType:
    """What the value is; but of a function, a class or a component only that it is one."""
    found = _value(context, scope, expression)
    if isinstance(found, Function | Class | ServerReference | ClientReference | Component):
        return context.origins.note(Unknown(A_FUNCTION), context.origins.of(found))
    return found


def _value(context: Context, scope: Scope, expression: TypeofType) -> WireType:
    if expression.specifier:
        module = context.names.imported(scope.module, expression.specifier)
        return meant(context, context.names.within(module, expression.name))
    if expression.binding < 0:
        return Unknown("a type of a global value")
    return meant(context, context.names.find(scope.module, expression.binding, expression.name[1:]))
