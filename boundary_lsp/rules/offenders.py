"""Values that do not arrive, in words, and what to do about each."""

from __future__ import annotations

from boundary_lsp.model.wire_types import BuiltIn, Class, Component, Function, Instance, Object, Primitive, WireType
from boundary_lsp.wire.spell import SHORT, spell
from boundary_lsp.wire.words import with_article


def described(offender: WireType) -> str:
    """`a function`, ``an instance of the class `Decimal```, `a RegExp`."""
    match offender:
        case Function():
            return "a function"
        case Instance(name=name):
            return f"an instance of the class `{name}`"
        case Class(name=name):
            return f"the class `{name}` itself" if name else "a class"
        case Component(wrapper=wrapper):
            return f"a component made by `{wrapper}`"
        case Primitive(name=name) | BuiltIn(name=name):
            return with_article(name)
        case Object():
            return f"an object `{spell(offender, SHORT)}`"
        case _:
            return f"`{spell(offender, SHORT)}`"


def advice(offender: WireType) -> str:
    """What to pass instead, from the server to the client."""
    match offender:
        case Function():
            return "Make it a server function with `'use server'`, or move it into the client component."
        case Component() | Class():
            return "Render it here and pass the element, or import it in the client component."
        case Instance() | BuiltIn():
            return "Pass plain data instead: a string, a number, or an object with just the fields that are needed."
        case _:
            return "Pass plain data instead."
