"""Two tiers, one type: what a checker infers, with what only the text's provenance tells."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

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
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.words import PLAIN_MAY_STAND

_PROVENANCE = (ServerReference, ClientReference, Function, Class, Component, Element)
"""What a type alone cannot tell: a server function has a type like any other function."""
_PLAIN = Unknown(PLAIN_MAY_STAND)
"""Nor can a checker: to it, each plain object with the fields of a class is one of its instances."""


def merged(declared: WireType, inferred: WireType) -> WireType:
    """What is known of a value. Where both tiers know something, the checker is right, but for provenance."""
    if isinstance(inferred, Unknown) or isinstance(declared, _PROVENANCE) or declared == _PLAIN:
        return declared
    match declared, inferred:
        case Object(), Object():
            return replace(inferred, members=_members(declared, inferred))
        case Array(element=element), Array(element=other):
            return Array(merged(element, other))
        case Tuple(elements=elements), Tuple(elements=others) if len(elements) == len(others):
            return replace(inferred, elements=_each(elements, others))
        case Tuple(elements=elements), Array(element=other):
            return replace(declared, elements=tuple(_item(one, other, elements) for one in elements))
        case Array(element=element), Tuple(elements=others):
            return replace(inferred, elements=tuple(merged(element, other) for other in others))
        case Union(options=options), _ if has_unknown(inferred):
            return _with_provenance(options, inferred)
        case BuiltIn(name=name, arguments=own), BuiltIn(name=same, arguments=others) if name == same:
            return BuiltIn(name, _each(own, others) if len(own) == len(others) else others)
        case _:
            return inferred


def _item(item: WireType, inferred: WireType, items: Sequence[WireType]) -> WireType:
    """One item of an array literal, where the checker tells of all its items what they are together."""
    if not has_unknown(item):
        return item
    if isinstance(inferred, Union):
        left = tuple(option for option in inferred.options if option not in items)
        return merged(item, left[0]) if len(left) == 1 else item
    return merged(item, inferred)


def _with_provenance(options: Sequence[WireType], inferred: WireType) -> WireType:
    """A function of which the checker knows just the type is the one that the text shows."""
    shown = [one for one in options if isinstance(one, _PROVENANCE)]
    if not shown:
        return inferred
    others = inferred.options if isinstance(inferred, Union) else (inferred,)
    unclear = [one for one in options if isinstance(one, Unknown)]
    found = [one for one in others if not isinstance(one, Unknown)]
    every = tuple(dict.fromkeys((*found, *shown, *unclear)))
    return Union(every) if len(every) > 1 else every[0]


def has_unknown(type: WireType) -> bool:
    """Something in it is not known."""
    match type:
        case Unknown():
            return True
        case Object(members=members, index=index):
            return any(has_unknown(member.type) for member in members) or (index is not None and has_unknown(index))
        case Array(element=element):
            return has_unknown(element)
        case Tuple(elements=parts) | BuiltIn(arguments=parts) | Union(options=parts) | ServerReference(bound=parts):
            return any(map(has_unknown, parts))
        case Instance(to_json=returned, members=members):
            return (returned is not None and has_unknown(returned)) or any(has_unknown(one.type) for one in members)
        case _:
            return False


def _members(declared: Object, inferred: Object) -> tuple[Member, ...]:
    known = {member.name: member.type for member in declared.members}
    return tuple(
        replace(member, type=merged(known[member.name], member.type)) if member.name in known else member
        for member in inferred.members
    )


def _each(declared: Sequence[WireType], inferred: Sequence[WireType]) -> tuple[WireType, ...]:
    return tuple(merged(one, other) for one, other in zip(declared, inferred, strict=True))
