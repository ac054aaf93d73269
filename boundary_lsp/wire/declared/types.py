"""From type expressions to wire types."""

from __future__ import annotations

from boundary_lsp.model.type_expressions import (
    ArrayType,
    FunctionType,
    IndexedType,
    IntersectionType,
    KeyofType,
    KeywordType,
    LiteralType,
    MemberType,
    NamedType,
    ObjectType,
    OperatorType,
    ParameterType,
    TupleType,
    TypeExpression,
    TypeofType,
    UnionType,
    UnknownType,
)
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Element,
    Function,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.combining import intersection, optional, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.members import item, member
from boundary_lsp.wire.declared.named_types import named
from boundary_lsp.wire.declared.operators import element_of, keys_of, literals
from boundary_lsp.wire.declared.origins import Scope, TypeOrigin
from boundary_lsp.wire.declared.type_of import type_of_value
from boundary_lsp.wire.declared.words import (
    A_FUNCTION,
    ANY,
    BIGINT,
    BOOLEAN,
    NEVER,
    NULL,
    NUMBER,
    STRING,
    TELLS_NOTHING,
    UNDEFINED,
)

_KEYWORDS: dict[str, WireType] = {
    "string": STRING,
    "number": NUMBER,
    "boolean": BOOLEAN,
    "bigint": BIGINT,
    "undefined": UNDEFINED,
    "void": UNDEFINED,
    "null": NULL,
    "never": NEVER,
    "any": ANY,
    "symbol": Unknown("a symbol that may be registered"),
    "unique symbol": Unknown("a symbol that may be registered"),
}


def evaluate(context: Context, scope: Scope, expression: TypeExpression) -> WireType:
    """What a value of this type is on the wire."""
    match expression:
        case KeywordType():
            return _KEYWORDS.get(expression.name) or Unknown(expression.name)
        case LiteralType():
            return Literal(expression.value)
        case NamedType():
            return named(context, scope, expression)
        case ParameterType():
            return scope.bound.get(expression.name) or Unknown("a type parameter")
        case ArrayType():
            return Array(context.type(scope, expression.element))
        case UnionType():
            return union(context.type(scope, option) for option in expression.options)
        case IntersectionType():
            return intersection(context.type(scope, part) for part in expression.parts)
        case ObjectType():
            return _object(context, scope, expression)
        case FunctionType():
            return context.origins.note(Unknown(A_FUNCTION), TypeOrigin(scope, expression))
        case TupleType():
            return _tuple(context, scope, expression)
        case OperatorType():
            return context.type(scope, expression.of) if expression.name == "readonly" else Unknown(expression.name)
    return _operator(context, scope, expression)


def _operator(context: Context, scope: Scope, expression: TypeExpression) -> WireType:
    match expression:
        case TypeofType():
            return type_of_value(context, scope, expression)
        case KeyofType():
            return keys_of(context.type(scope, expression.of))
        case IndexedType():
            return _indexed(context, context.type(scope, expression.object), context.type(scope, expression.key))
        case UnknownType():
            return Unknown("a type that is not understood")
    return Unknown("a type that is not understood")


def _tuple(context: Context, scope: Scope, expression: TupleType) -> WireType:
    elements: list[WireType] = []
    rest: WireType | None = None
    for entry in expression.items:
        made = context.type(scope, entry.type)
        if entry.rest:
            rest = element_of(made) if isinstance(made, Array | Tuple) else made
        else:
            elements.append(optional(made) if entry.optional else made)
    return Tuple(tuple(elements), rest, expression.is_array)


def _object(context: Context, scope: Scope, expression: ObjectType) -> WireType:
    if expression.symbols_only:
        return Unknown(TELLS_NOTHING)
    if not expression.members and expression.index is None:
        return Unknown("{}")
    members = tuple(Member(m.name, _member(context, scope, m), m.optional) for m in expression.members)
    return Object(members, context.type(scope, expression.index) if expression.index is not None else None)


def _member(context: Context, scope: Scope, declared: MemberType) -> WireType:
    """A method that gives something at once is no server function, and nothing that React would render."""
    made = context.type(scope, declared.type)
    if made == NEVER and declared.optional:
        return UNDEFINED
    if declared.method and not declared.optional and isinstance(declared.type, FunctionType):
        returns = declared.type.returns
        if returns is not None and _is_plain(context.type(scope, returns)):
            return context.origins.note(Function(declared.name), TypeOrigin(scope, declared.type))
    return made


def _is_plain(result: WireType) -> bool:
    if isinstance(result, Union):
        return all(_is_plain(option) for option in result.options)
    if isinstance(result, Primitive):
        return result.name != "undefined"
    if isinstance(result, BuiltIn):
        return result.name not in ("Promise", "AsyncGenerator")
    return isinstance(result, Literal | Array | Tuple | Object | Instance) and not isinstance(result, Element)


def _indexed(context: Context, owner: WireType, key: WireType) -> WireType:
    """`T['key']`, `T[number]`, `T[keyof T]`."""
    if key == NUMBER:
        return element_of(owner)
    if isinstance(key, Literal) and isinstance(key.value, int):
        return item(owner, key.value)
    names = literals(key)
    if names is None:
        return Unknown("an indexed type")
    return union(member(context, owner, name) for name in names)
