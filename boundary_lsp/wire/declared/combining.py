"""Types made of types: unions and intersections."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from msgspec.structs import replace

from boundary_lsp.model.wire_types import (
    Array,
    Class,
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
from boundary_lsp.wire.declared.words import ANY, BOOLEAN, EMPTY_ARRAY, NEVER, OF_LITERAL, TELLS_NOTHING, UNDEFINED

_MAX_OPTIONS = 60
_INTERSECTION = Unknown("an intersection")
_ABSORBING = (ANY, Unknown("unknown"))
_BEHAVING = (Unknown, Function, ServerReference, Instance, Class)
"""Equal ones may differ in what calling them gives."""


def union(types: Iterable[WireType]) -> WireType:
    """One of these. Literals go into their primitive, equal options into one, all that is unknown into one; an empty
    array is like the others; `any` takes all."""
    options: list[WireType] = []
    for option in _flat(types):
        if option in _ABSORBING:
            return option
        if option != NEVER:
            _add(options, option)
    if any(_is(option, True) for option in options) and any(_is(option, False) for option in options):
        options = [BOOLEAN, *(option for option in options if not _is_boolean(option))]
    if EMPTY_ARRAY in options and sum(isinstance(option, Array | Tuple) for option in options) > 1:
        options.remove(EMPTY_ARRAY)
    primitives = {option.name for option in options if isinstance(option, Primitive)}
    options = [o for o in options if not (isinstance(o, Literal) and _primitive_of(o).name in primitives)]
    if not options:
        return NEVER
    if len(options) > _MAX_OPTIONS:
        return widened_union(options)
    return options[0] if len(options) == 1 else Union(tuple(options))


def widened_union(options: Iterable[WireType]) -> WireType:
    """A union that has become too long: its literals as primitives."""
    wide = list(dict.fromkeys(widened(option) for option in options))
    if len(wide) > _MAX_OPTIONS:
        return Unknown("a type that is too large")
    return wide[0] if len(wide) == 1 else Union(tuple(wide))


def options_of(made: WireType) -> tuple[WireType, ...]:
    return made.options if isinstance(made, Union) else (made,)


def widened(made: WireType) -> WireType:
    """`'a'` as `string`: what a variable that starts as this may become."""
    if isinstance(made, Union):
        return union(widened(option) for option in made.options)
    return _primitive_of(made) if isinstance(made, Literal) else made


def optional(made: WireType) -> WireType:
    return union((made, UNDEFINED))


def present(made: WireType) -> WireType:
    """Without `null` and `undefined`."""
    return union(o for o in options_of(made) if not is_absent(o))


def is_absent(made: WireType) -> bool:
    return isinstance(made, Primitive) and made.name in ("undefined", "null")


def intersection(parts: Iterable[WireType]) -> WireType:
    """All of these at once: objects merge, a brand on a primitive falls away, anything else is not known."""
    met = list(parts)
    if not met:
        return Unknown("an empty type")
    result = met[0]
    for part in met[1:]:
        result = _both(result, part)
    return result


def merged(first: Object, second: Object) -> Object:
    """An object that has the members of both."""
    members = {member.name: member for member in first.members}
    for member in second.members:
        other = members.get(member.name)
        members[member.name] = _both_members(other, member) if other else member
    index = second.index if first.index is None else first.index
    return Object(tuple(members.values()), index, first.name if first == second else "")


def _flat(types: Iterable[WireType]) -> Iterable[WireType]:
    for made in types:
        yield from options_of(made)


def _add(options: list[WireType], option: WireType) -> None:
    for index, other in enumerate(options):
        if isinstance(other, Unknown) and isinstance(option, Unknown) and other is not option:
            options[index] = Unknown(other.reason)
            return
        if other == option and not (_is_boolean(option) ^ _is_boolean(other)):
            if other is not option and isinstance(option, _BEHAVING):
                options[index] = copy.copy(other)  # of two that look alike, nobody knows what it does
            return
    options.append(option)


def _is(option: WireType, value: bool) -> bool:
    return isinstance(option, Literal) and option.value is value


def _is_boolean(option: WireType) -> bool:
    """Python holds `True` and `1` for equal."""
    return _is(option, True) or _is(option, False)


def _primitive_of(literal: Literal) -> Primitive:
    return OF_LITERAL[type(literal.value)]


def _both_members(first: Member, second: Member) -> Member:
    optional_in_both = first.optional and second.optional
    if isinstance(first.type, Unknown) or isinstance(second.type, Unknown):
        known = second.type if isinstance(first.type, Unknown) else first.type
        return Member(first.name, known, optional_in_both)
    return Member(first.name, _both(first.type, second.type), optional_in_both)


def _both(first: WireType, second: WireType) -> WireType:
    if first == second:
        return first
    if isinstance(second, Primitive | Literal):
        first, second = second, first
    if isinstance(first, Primitive | Literal):
        return _branded(first, second)
    if isinstance(first, Union) or isinstance(second, Union):
        pairs = [(a, b) for a in options_of(first) for b in options_of(second)]
        return union(_both(a, b) for a, b in pairs) if len(pairs) <= _MAX_OPTIONS else _INTERSECTION
    if isinstance(first, Object) and isinstance(second, Object):
        return replace(merged(first, second), name="")
    return _unknown_of(first, second)


def _unknown_of(first: WireType, second: WireType) -> Unknown:
    return next((Unknown(part.reason) for part in (first, second) if isinstance(part, Unknown)), _INTERSECTION)


def _branded(first: Primitive | Literal, second: WireType) -> WireType:
    if isinstance(second, Object) or (isinstance(second, Unknown) and second.reason in (TELLS_NOTHING, "{}")):
        return first
    if isinstance(second, Union):
        return union(_branded(first, option) for option in second.options)
    if isinstance(second, Literal) and isinstance(first, Primitive):
        return second if _primitive_of(second) == first else NEVER
    if isinstance(second, Primitive) and isinstance(first, Literal):
        return first if _primitive_of(first) == second else NEVER
    return NEVER if isinstance(second, Primitive | Literal) else _INTERSECTION
