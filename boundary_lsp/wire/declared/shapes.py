"""Wire types as trees: their parts, their size, and cutting what is too large."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Member,
    Object,
    Tuple,
    Union,
    Unknown,
    WireType,
)

_MAX_SIZE = 1500
_CUT_DEPTHS = (6, 4, 3, 2, 1)


def children(made: WireType) -> Iterator[WireType]:
    """What a type is made of, one level down."""
    match made:
        case Array():
            yield made.element
        case Tuple():
            yield from made.elements
            if made.rest is not None:
                yield made.rest
        case Object():
            yield from (member.type for member in made.members)
            if made.index is not None:
                yield made.index
        case Union():
            yield from made.options
        case BuiltIn():
            yield from made.arguments


def rebuilt(made: WireType, change: Callable[[WireType], WireType]) -> WireType:
    """The type with each of its parts changed, one level down."""
    match made:
        case Array():
            return Array(change(made.element))
        case Tuple():
            rest = change(made.rest) if made.rest is not None else None
            return replace(made, elements=tuple(change(e) for e in made.elements), rest=rest)
        case Object():
            members = tuple(Member(m.name, change(m.type), m.optional) for m in made.members)
            return replace(made, members=members, index=change(made.index) if made.index is not None else None)
        case Union():
            return replace(made, options=tuple(change(option) for option in made.options))
        case BuiltIn():
            return replace(made, arguments=tuple(change(argument) for argument in made.arguments))
    return made


def bounded(made: WireType) -> WireType:
    """The type itself, or with its depths unknown where it is too large to be of use."""
    if not _exceeds(made, _MAX_SIZE):
        return made
    for depth in _CUT_DEPTHS:
        cut = _cut(made, depth)
        if not _exceeds(cut, _MAX_SIZE):
            return cut
    return Unknown("a type that is too large")


def _cut(made: WireType, depth: int) -> WireType:
    if depth == 0:
        return Unknown("a type that is too large") if next(children(made), None) is not None else made
    return rebuilt(made, lambda part: _cut(part, depth - 1))


def _exceeds(made: WireType, limit: int) -> bool:
    pending = [made]
    while pending:
        limit -= 1
        if limit < 0:
            return True
        pending.extend(children(pending.pop()))
    return False
