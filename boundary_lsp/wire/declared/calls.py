"""What calls give."""

from __future__ import annotations

from msgspec.structs import replace

from boundary_lsp.model.value_expressions import CallValue, MemberValue
from boundary_lsp.model.wire_types import ClientReference, Function, ServerReference, Unknown, WireType
from boundary_lsp.wire.declared import constructed, packages
from boundary_lsp.wire.declared.builders import builder, builder_method
from boundary_lsp.wire.declared.classes import constructed as constructed_by
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.functions import result_of
from boundary_lsp.wire.declared.global_calls import global_call
from boundary_lsp.wire.declared.methods import method
from boundary_lsp.wire.declared.names import Outside
from boundary_lsp.wire.declared.origins import BuilderOrigin, ClassOrigin, SchemaOrigin, Scope
from boundary_lsp.wire.declared.parameters import Given
from boundary_lsp.wire.declared.paths import global_path, name_path
from boundary_lsp.wire.declared.wrappers import wrapper
from boundary_lsp.wire.declared.zod.schemas import is_zod, schema, schema_method


def call(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """What `callee(arguments)` gives."""
    path = global_path(expression.callee)
    if path is not None:
        known = global_call(context, scope, path, expression)
        if known is not None:
            return known
    named = name_path(expression.callee)
    if named is not None:
        meaning = context.names.find(scope.module, *named)
        if isinstance(meaning, Outside):
            return _of_package(context, scope, meaning, expression)
    if isinstance(expression.callee, MemberValue) and expression.callee.name == "bind":
        return _bound(context, scope, expression.callee, expression)
    return _of_value(context, scope, expression)


def _of_value(context: Context, scope: Scope, expression: CallValue) -> WireType:
    if isinstance(expression.callee, MemberValue):
        origin = context.origins.of(context.value(scope, expression.callee.object))
        if isinstance(origin, SchemaOrigin):
            return schema_method(context, scope, origin, expression.callee.name, expression)
        if isinstance(origin, BuilderOrigin):
            return builder_method(context, scope, origin, expression.callee.name, expression)
    callee = context.value(scope, expression.callee)
    if isinstance(callee, ClientReference):
        return Unknown("a call of a client reference")
    if context.origins.of(callee) is None and isinstance(expression.callee, MemberValue):
        receiver = context.value(scope, expression.callee.object)
        return method(context, scope, receiver, expression.callee.name, expression)
    made = context.origins.of(callee)
    if isinstance(made, ClassOrigin) and made.declaration.is_nominal:
        return constructed_by(context, callee, ())
    types = tuple(context.type(scope, written) for written in expression.type_arguments)
    return result_of(context, callee, Given(scope, types, expression.arguments))


def _of_package(context: Context, scope: Scope, meaning: Outside, expression: CallValue) -> WireType:
    if is_zod(meaning.package):
        return schema(context, scope, meaning.path, expression)
    known = wrapper(context, scope, meaning, expression) or builder(context, meaning)
    if known is None:
        known = packages.found(packages.RESULTS, meaning.package, meaning.path)
        known = known or packages.found(constructed.RESULTS, meaning.package, meaning.path)
    return known or Unknown(f"a call of {meaning.package}")


def _bound(context: Context, scope: Scope, callee: MemberValue, expression: CallValue) -> WireType:
    """`save.bind(null, id)`: on the server a server function stays one."""
    made = context.value(scope, callee.object)
    origin = context.origins.of(made)
    if isinstance(made, ServerReference) and context.on_server:
        given = tuple(context.value(scope, argument) for argument in expression.arguments[1:])
        return context.origins.note(replace(made, bound=(*made.bound, *given)), origin)
    if isinstance(made, ServerReference | Function):
        return context.origins.note(Function(made.name), origin)
    return made if isinstance(made, Unknown) else Unknown("a bound function")
