"""From type expressions of a contract's text back to its types."""

from __future__ import annotations

from collections.abc import Container

from boundary_lsp.model.type_expressions import (
    ArrayType,
    KeywordType,
    LiteralType,
    NamedType,
    ObjectType,
    OperatorType,
    TupleType,
    TypeExpression,
    UnionType,
)
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    WireType,
)
from boundary_lsp.wire.contracts.normal import UNKNOWN, union_of
from boundary_lsp.wire.contracts.words import BUILT_IN, ELEMENT, FUNCTION, PRIMITIVES, UNDEFINED


def type_of(expression: TypeExpression, names: Container[str]) -> WireType:
    """`names`: of the contract's own types. What no contract says is unknown."""
    match expression:
        case KeywordType(name="void"):
            return UNDEFINED
        case KeywordType(name=name):
            return Primitive(name) if name in PRIMITIVES else UNKNOWN
        case LiteralType(value=value):
            return Literal(value)
        case ArrayType(element=element):
            return Array(type_of(element, names))
        case UnionType(options=options):
            return union_of(type_of(option, names) for option in options)
        case OperatorType(name="readonly", of=of):
            return type_of(of, names)
        case TupleType():
            return _tuple(expression, names)
        case ObjectType():
            return object_of(expression, names)
        case NamedType():
            return _named(expression, names)
    return UNKNOWN


def object_of(expression: ObjectType, names: Container[str]) -> Object:
    members = tuple(Member(one.name, type_of(one.type, names), one.optional) for one in expression.members)
    return Object(members, type_of(expression.index, names) if expression.index is not None else None)


def parameters_of(expression: TupleType, names: Container[str]) -> tuple[Member, ...]:
    """Of `[id: string, note?: string, ...more: string[]]`."""
    return tuple(
        Member(f"{'...' if item.rest else ''}{item.name}", type_of(item.type, names), item.optional)
        for item in expression.items
    )


def _tuple(expression: TupleType, names: Container[str]) -> WireType:
    elements = [item for item in expression.items if not item.rest]
    rest = next((type_of(item.type, names) for item in expression.items if item.rest), None)
    made = [type_of(item.type, names) for item in elements]
    types = [union_of((one, UNDEFINED)) if item.optional else one for one, item in zip(made, elements, strict=True)]
    return Tuple(tuple(types), rest.element if isinstance(rest, Array) else UNKNOWN if rest is not None else None)


def _named(expression: NamedType, names: Container[str]) -> WireType:
    name = ".".join(expression.name)
    arguments = tuple(type_of(one, names) for one in expression.arguments)
    match name, arguments:
        case (("Array" | "ReadonlyArray"), (element,)):
            return Array(element)
        case "Record", (_, value):
            return Object((), value)
        case _ if name == ELEMENT:
            return Element()
        case _ if name == FUNCTION:
            return Function()
    if name in BUILT_IN:
        return BuiltIn(name, arguments)
    return Cycle(name) if name in names else Instance(name)
