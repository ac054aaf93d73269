"""Types without parts."""

from __future__ import annotations

from boundary_lsp.adapters.typescript.messages import TypeAnswer, TypeFlag
from boundary_lsp.adapters.typescript.shapes import A_PARAMETER
from boundary_lsp.model.wire_types import Literal, Primitive, Unknown, WireType

_PRIMITIVES = (
    (TypeFlag.UNDEFINED | TypeFlag.VOID, "undefined"),
    (TypeFlag.NULL, "null"),
    (TypeFlag.STRING | TypeFlag.TEMPLATE_LITERAL | TypeFlag.STRING_MAPPING, "string"),
    (TypeFlag.NUMBER, "number"),
    (TypeFlag.BIGINT | TypeFlag.BIGINT_LITERAL, "bigint"),
    (TypeFlag.BOOLEAN, "boolean"),
)
_LITERALS = TypeFlag.STRING_LITERAL | TypeFlag.NUMBER_LITERAL | TypeFlag.BOOLEAN_LITERAL
_WITH_PARTS = TypeFlag.OBJECT | TypeFlag.UNION | TypeFlag.INTERSECTION


def leaf_of(type: TypeAnswer) -> WireType | None:
    """None where it has parts. `boolean` is a union to the checker, but not to us."""
    for flags, name in _PRIMITIVES:
        if type.flags & flags:
            return Primitive(name)
    if type.flags & _WITH_PARTS:
        return None
    if type.flags & _LITERALS and type.value is not None:
        return Literal(type.value)
    if type.flags & TypeFlag.ENUM:
        return Primitive("number")
    return Unknown(_reason(type))


def _reason(type: TypeAnswer) -> str:
    if type.flags & TypeFlag.ANY:
        return "any" if type.intrinsic_name == "any" else "a type that is not resolved"
    if type.flags & (TypeFlag.SYMBOL | TypeFlag.UNIQUE_SYMBOL):
        return "a symbol that may be registered"
    if type.flags & TypeFlag.UNKNOWN:
        return "unknown"
    if type.flags & TypeFlag.NON_PRIMITIVE:
        return "object"
    if type.flags & TypeFlag.NEVER:
        return "never"
    return A_PARAMETER
