"""Types and reasons that are used all over."""

from __future__ import annotations

from boundary_lsp.model.wire_types import Array, BuiltIn, Element, Primitive, Unknown, WireType

UNDEFINED = Primitive("undefined")
NULL = Primitive("null")
STRING = Primitive("string")
NUMBER = Primitive("number")
BOOLEAN = Primitive("boolean")
BIGINT = Primitive("bigint")
ELEMENT = Element()

NEVER = Unknown("never")
"""A union leaves it out."""
ANY = Unknown("any")

EMPTY_ARRAY = Array(Unknown("an element of an empty array"))

A_FUNCTION = "a function that may be a server function"
A_COMPONENT = "a component that may be a client reference"
PLAIN_MAY_STAND = "a class that a plain object may stand for"
TELLS_NOTHING = "a declaration that tells nothing of the value"

OF_LITERAL = {bool: BOOLEAN, int: NUMBER, float: NUMBER, str: STRING}
"""By the Python type of a literal's value."""


def promise(of: WireType) -> BuiltIn:
    return BuiltIn("Promise", (of,))
