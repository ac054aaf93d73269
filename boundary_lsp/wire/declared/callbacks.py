"""What a function gives that is an argument of a call."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import CallValue, GlobalValue
from boundary_lsp.model.wire_types import Unknown, WireType
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.functions import result_of
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.platform import global_result


def callback_result(context: Context, scope: Scope, expression: CallValue, index: int = 0) -> WireType:
    """What calling the `index`-th argument gives."""
    if index >= len(expression.arguments):
        return Unknown("a callback that is not given")
    argument = expression.arguments[index]
    if isinstance(argument, GlobalValue):
        return global_result((argument.name,)) or Unknown("a global value")
    return result_of(context, context.value(scope, argument))


def argument_value(context: Context, scope: Scope, expression: CallValue, index: int = 0) -> WireType | None:
    """The `index`-th argument; None where it is not given."""
    return context.value(scope, expression.arguments[index]) if index < len(expression.arguments) else None
