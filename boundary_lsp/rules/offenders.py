"""Values that do not arrive, in words."""

from __future__ import annotations

import re

from boundary_lsp.model.wire_types import BuiltIn, Class, Component, Function, Instance, Object, Primitive, WireType
from boundary_lsp.wire.spell import SHORT, spell
from boundary_lsp.wire.words import with_article

_COMPONENT = re.compile(r"[A-Z]\w*[a-z]\w*")
_CONVERTERS = frozenset({"String", "Number", "Boolean", "Symbol", "Date"})


def described(offender: WireType, called: str = "") -> str:
    """`a function`, ``an instance of the class `Decimal```, `a RegExp`. `called`: the name that the reader knows
    already."""
    match offender:
        case Function(name=name):
            return _function(name, called)
        case Instance(name=name):
            return f"an instance of the class `{name}`" if name else "an instance of a class"
        case Class(name=name):
            return f"the class `{name}` itself" if name else "a class"
        case Component(wrapper="context"):
            return "a context"
        case Component(wrapper=wrapper):
            return f"a component made by `{wrapper}`"
        case Primitive(name="registered symbol"):
            return "a symbol"
        case Primitive(name=name) | BuiltIn(name=name):
            return with_article(name)
        case Object():
            return f"an object `{spell(offender, SHORT)}`"
        case _:
            return f"`{spell(offender, SHORT)}`"


def component_name(offender: WireType) -> str:
    """The name of a function that is written like a component; else empty."""
    match offender:
        case Function(name=name) if _COMPONENT.fullmatch(name) and name not in _CONVERTERS:
            return name
        case _:
            return ""


def _function(name: str, called: str) -> str:
    if component_name(Function(name)):
        return f"the component `{name}`"
    return f"the function `{name}`" if name not in ("", "default", called) else "a function"
