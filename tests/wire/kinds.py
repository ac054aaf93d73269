"""The wire types that describe the values of `live/values.cjs`."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Element,
    Function,
    Instance,
    Member,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    WireType,
)

NUMBER = Primitive("number")
PRIMITIVES = ("undefined", "null", "boolean", "number", "string", "bigint", "registered symbol", "symbol")
COMPONENTS = ("memo", "forwardRef", "lazy", "context")

_OTHERS: dict[str, WireType] = {
    "Array": Array(NUMBER),
    "Object": Object((Member("a", NUMBER),)),
    "Map": BuiltIn("Map", (NUMBER, NUMBER)),
    "instance": Instance("Money"),
    "instance with toJSON": Instance("Decimal", to_json=Object((Member("shown", NUMBER),))),
    "object with toJSON": Object((Member("toJSON", Function("toJSON")),)),
    "class": Class("Money"),
    "function": Function("named"),
    "element": Element(),
    "client reference": ClientReference("Button"),
    "server reference": ServerReference("act"),
    "bound server reference": ServerReference("act", (NUMBER,)),
    "tuple": Tuple((NUMBER, Primitive("string")), is_array=False),
    "tuple of any length": Tuple((), NUMBER, is_array=False),
    "record": Instance("Post", form="record", members=(Member("title", Primitive("string")),)),
    "portable": Instance("Portable", form="portable", members=(Member("title", Primitive("string")),)),
    "named tuple": Instance("Place", form="named tuple"),
    "enum": Instance("Color", form="enum"),
    "number enum": Instance("Level", form="number enum"),
    "string enum": Instance("Mood", form="string enum"),
}


def type_of(kind: str) -> WireType:
    """The type of one value, by its name in a serializer's table; `extends Map` is a class of the project's own."""
    if kind in _OTHERS:
        return _OTHERS[kind]
    if kind in PRIMITIVES:
        return Primitive(kind)
    if kind in COMPONENTS:
        return Component(kind)
    if kind.startswith("extends "):
        return Instance("Derived", base=kind.removeprefix("extends "))
    return BuiltIn(kind)


def _member(type: WireType) -> WireType:
    return Object((Member("value", type),))


PLACES: dict[str, Callable[[WireType], WireType]] = {
    "member": _member,
    "element": Array,
    "promised": lambda type: BuiltIn("Promise", (type,)),
    "promised member": lambda type: BuiltIn("Promise", (_member(type),)),
    "key": lambda type: BuiltIn("Map", (type, NUMBER)),
    "entry": lambda type: BuiltIn("Map", (NUMBER, type)),
    "item": lambda type: BuiltIn("Set", (type,)),
    "streamed": lambda type: BuiltIn("ReadableStream", (type,)),
    "streamed member": lambda type: BuiltIn("ReadableStream", (_member(type),)),
    "yielded": lambda type: BuiltIn("AsyncIterable", (type,)),
}


def place_and_kind(name: str) -> tuple[str, str]:
    """`promised member Date` stands at `promised member`."""
    place = max((place for place in PLACES if name.startswith(f"{place} ")), key=len)
    return place, name.removeprefix(f"{place} ")
