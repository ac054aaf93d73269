"""Types of contracts as trees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Array, BuiltIn, Object, Tuple, Union, WireType
from boundary_lsp.wire.contracts.normal import CUT, union_of


def mapped(type: WireType, change: Callable[[WireType], WireType]) -> WireType:
    """With its parts changed, one level down."""
    match type:
        case Array(element=element):
            return Array(change(element))
        case Tuple(elements=elements, rest=rest):
            return Tuple(tuple(map(change, elements)), change(rest) if rest is not None else None)
        case BuiltIn(name=name, arguments=arguments):
            return BuiltIn(name, tuple(map(change, arguments)))
        case Union(options=options):
            return union_of(map(change, options))
        case Object(members=members, index=index):
            changed = tuple(replace(one, type=change(one.type)) for one in members)
            return replace(type, members=changed, index=change(index) if index is not None else None)
        case _:
            return type


def walk(types: Iterable[WireType]) -> Iterator[WireType]:
    """All parts, the types themselves included."""
    pending = list(types)
    while pending:
        type = pending.pop()
        yield type
        match type:
            case Array(element=element):
                pending.append(element)
            case Tuple(elements=elements, rest=rest):
                pending += (*elements, *([rest] if rest is not None else []))
            case BuiltIn(arguments=parts) | Union(options=parts):
                pending += parts
            case Object(members=members, index=index):
                pending += (*(one.type for one in members), *([index] if index is not None else []))


def reconciled(one: WireType, other: WireType) -> WireType | None:
    """What both are, where one was cut off and the other was not; None where they differ."""
    if other in (one, CUT):
        return one
    if one == CUT:
        return other
    match one, other:
        case Array(element=element), Array(element=another):
            made = reconciled(element, another)
            return Array(made) if made is not None else None
        case BuiltIn(name=name, arguments=own), BuiltIn(name=same, arguments=others) if name == same:
            parts = _each(own, others)
            return BuiltIn(name, parts) if parts is not None else None
        case Tuple(elements=own, rest=rest), Tuple(elements=others, rest=another) if rest == another:
            parts = _each(own, others)
            return Tuple(parts, rest) if parts is not None else None
        case Object(), Object():
            return _objects(one, other)
        case _:
            return None


def _objects(one: Object, other: Object) -> Object | None:
    types = _each([m.type for m in one.members], [m.type for m in other.members])
    keys = [[(m.name, m.optional) for m in each.members] for each in (one, other)]
    if types is None or keys[0] != keys[1] or (one.index is None) != (other.index is None):
        return None
    index = None
    if one.index is not None and other.index is not None:
        index = reconciled(one.index, other.index)
        if index is None:
            return None
    return Object(tuple(replace(m, type=type) for m, type in zip(one.members, types, strict=True)), index)


def _each(own: Iterable[WireType], others: Iterable[WireType]) -> tuple[WireType, ...] | None:
    own, others = list(own), list(others)
    if len(own) != len(others):
        return None
    made = [reconciled(one, other) for one, other in zip(own, others, strict=True)]
    found = tuple(one for one in made if one is not None)
    return found if len(found) == len(made) else None
