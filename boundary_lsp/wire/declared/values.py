"""From value expressions to wire types."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import (
    ArrayValue,
    AwaitValue,
    CallValue,
    ClassValue,
    EitherValue,
    ElementValue,
    FunctionValue,
    GlobalValue,
    ItemValue,
    KeywordValue,
    LiteralValue,
    MemberValue,
    NameValue,
    NewValue,
    ObjectValue,
    RestValue,
    TypedValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.model.values import ClassDeclaration
from boundary_lsp.model.wire_types import BuiltIn, Class, Literal, Primitive, Unknown, WireType
from boundary_lsp.wire.declared.calls import call
from boundary_lsp.wire.declared.classes import class_value
from boundary_lsp.wire.declared.combining import options_of, union
from boundary_lsp.wire.declared.construction import construct
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.literals import array, object_literal, rest
from boundary_lsp.wire.declared.members import item, member
from boundary_lsp.wire.declared.named_values import function_value, named_value
from boundary_lsp.wire.declared.operators import awaited
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.parameters import inside
from boundary_lsp.wire.declared.paths import global_path, name_path
from boundary_lsp.wire.declared.platform import global_value
from boundary_lsp.wire.declared.refining import refined
from boundary_lsp.wire.declared.words import ELEMENT, UNDEFINED

_KEYWORDS = frozenset({"undefined", "null", "boolean", "number", "string", "bigint", "symbol", "registered symbol"})


def evaluate(context: Context, scope: Scope, expression: ValueExpression) -> WireType:
    """What the value is on the wire."""
    match expression:
        case LiteralValue():
            return Literal(expression.value)
        case KeywordValue():
            return _keyword(expression.name)
        case NameValue():
            return named_value(context, scope, expression.binding)
        case MemberValue():
            return _member(context, scope, expression)
        case CallValue():
            return call(context, scope, expression)
        case NewValue():
            return construct(context, scope, expression)
        case AwaitValue():
            return awaited(context.value(scope, expression.value))
        case TypedValue():
            return _typed(context, scope, expression)
        case ObjectValue():
            return object_literal(context, scope, expression)
        case ArrayValue():
            return array(context, scope, expression)
        case FunctionValue():
            return function_value(context, scope, expression)
        case EitherValue():
            return _either(context, scope, expression)
        case ItemValue():
            return item(context.value(scope, expression.object), expression.index)
        case RestValue():
            return rest(context.value(scope, expression.object), expression.without)
        case ElementValue():
            return ELEMENT
    return _other(context, scope, expression)


def _other(context: Context, scope: Scope, expression: ValueExpression) -> WireType:
    match expression:
        case ClassValue():
            declaration = context.index(scope.module).values.get(expression.name)
            if isinstance(declaration, ClassDeclaration):
                return class_value(context, scope.module, declaration)
            return Class(expression.name)
        case GlobalValue():
            return global_value((expression.name,))
        case UnknownValue():
            return Unknown(expression.reason or "an expression that is not understood")
    return Unknown("an expression that is not understood")


def _keyword(name: str) -> WireType:
    if name in _KEYWORDS:
        return Primitive(name)
    return BuiltIn("RegExp") if name.lower() == "regexp" else Unknown(name)


def _member(context: Context, scope: Scope, expression: MemberValue) -> WireType:
    """Names first, for `namespace.name` is a name; then members of what the object is."""
    named = name_path(expression)
    if named is not None:
        return named_value(context, scope, *named)
    path = global_path(expression)
    if path is not None:
        return global_value(path)
    return member(context, context.value(scope, expression.object), expression.name)


def _either(context: Context, scope: Scope, expression: EitherValue) -> WireType:
    options = [context.value(scope, option) for option in expression.options]
    if expression.falls_back:
        options[:-1] = [union(o for o in options_of(option) if o != UNDEFINED) for option in options[:-1]]
    return union(options)


def _typed(context: Context, scope: Scope, expression: TypedValue) -> WireType:
    written = context.type(inside(context, scope, expression.parameters), expression.type)
    return written if expression.value is None else refined(written, context.value(scope, expression.value))
