"""The normal form of types in contracts: what tells one wire from another, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.contracts.text import spell_flat
from boundary_lsp.wire.contracts.words import BUILT_IN, PRIMITIVES, is_class_name
from boundary_lsp.wire.kinds import kind_of

DEPTH = 12
"""Of a type that is nested more deeply, the rest is not part of the contract."""

CUT = Unknown("cut")
"""What lies too deep, or is too large: it may be known where the same type stands elsewhere."""
UNKNOWN = Unknown()

_CUTS = ("too large", "too deep", "were not looked at")
_FUNCTIONS = ("a function that may be a server function", "a component that may be a client reference")
_LARGEST = 2**53
_RANKS = {"null": 1, "undefined": 2}


def simplified(type: WireType, depth: int = DEPTH, *, functions: bool = True) -> WireType:
    """`functions`: what is unknown only because a function may be a server function is one."""

    def inner(part: WireType) -> WireType:
        return simplified(part, depth - 1, functions=functions)

    match type:
        case Unknown(reason=reason):
            if any(word in reason for word in _CUTS):
                return CUT
            return Function() if functions and reason in _FUNCTIONS else UNKNOWN
        case Array() | Tuple() | Object() | BuiltIn() | Union():
            return _compound(type, inner) if depth > 0 else CUT
        case _:
            return _leaf(type)


def union_of(options: Iterable[WireType]) -> WireType:
    """In an order that depends on nothing but the options; what is in another of them is left out."""
    found: dict[str, WireType] = {}
    for option in options:
        for one in option.options if isinstance(option, Union) else (option,):
            found.setdefault(spell_flat(one), one)
    if any(isinstance(one, Unknown) for one in found.values()):
        return next(one for one in found.values() if isinstance(one, Unknown))
    if {"true", "false"} <= found.keys():
        found["boolean"] = Primitive("boolean")
    kept = {text: one for text, one in found.items() if not (isinstance(one, Literal) and kind_of(one) in found)}
    ordered = sorted(kept, key=lambda text: (_RANKS.get(text, 0), text))
    return kept[ordered[0]] if len(ordered) == 1 else Union(tuple(kept[text] for text in ordered))


def _compound(type: WireType, inner: Callable[[WireType], WireType]) -> WireType:
    match type:
        case Array(element=element):
            return Array(inner(element))
        case Tuple(elements=elements, rest=rest):
            return Tuple(tuple(map(inner, elements)), inner(rest) if rest is not None else None)
        case Object(members=members, index=index, name=name):
            own = tuple(Member(m.name, inner(m.type), m.optional) for m in members if m.name != "*")
            return Object(own, inner(index) if index is not None else None, name)
        case BuiltIn(name=name, arguments=arguments):
            return BuiltIn(name, tuple(map(inner, arguments))) if name in BUILT_IN else UNKNOWN
        case Union(options=options):
            return union_of(map(inner, options))
    raise TypeError(type)


def _leaf(type: WireType) -> WireType:
    match type:
        case Primitive(name=name):
            symbol = "symbol" if name == "registered symbol" else name
            return Primitive(symbol) if symbol in PRIMITIVES else UNKNOWN
        case Literal(value=value):
            return _literal(value)
        case Instance(name=name):
            return BuiltIn(name) if name in BUILT_IN else Instance(name) if is_class_name(name) else UNKNOWN
        case Class() | Function() | ServerReference() | ClientReference() | Component():
            return Function()
        case Element() | Cycle():
            return type
    return UNKNOWN


def _literal(value: str | float | int | bool) -> WireType:
    if isinstance(value, str | bool):
        return Literal(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return Literal(value) if abs(value) < _LARGEST else Primitive("number")
    text = repr(value)
    return Literal(value) if text.strip("-").replace(".", "", 1).isdigit() else Primitive("number")
