"""What type operators and utility types do to wire types: `Pick`, `keyof`, `T['key']`, `Awaited`, …"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.combining import is_absent, optional, options_of, union
from boundary_lsp.wire.declared.words import NEVER, NUMBER, STRING


def partial(made: WireType) -> WireType:
    return _mapped(made, lambda member: replace(member, optional=True))


def required(made: WireType) -> WireType:
    return _mapped(made, lambda member: replace(member, optional=False))


def pick(made: WireType, keys: WireType) -> WireType:
    """`Pick<T, Keys>`."""
    names = literals(keys)
    if names is None:
        return Unknown("keys that are not known")
    return _objects(made, lambda o: Object(tuple(m for m in o.members if m.name in names), _if_any(o, names)))


def omit(made: WireType, keys: WireType) -> WireType:
    """`Omit<T, Keys>`, and the rest of a destructured object."""
    names = literals(keys)
    if names is None:
        return Unknown("keys that are not known")
    return _objects(made, lambda o: Object(tuple(m for m in o.members if m.name not in names), o.index))


def record(keys: WireType, value: WireType) -> WireType:
    names = literals(keys)
    if names is None:
        return Object((), value)
    return Object(tuple(Member(name, value) for name in names))


def exclude(made: WireType, excluded: WireType) -> WireType:
    return _chosen(made, excluded, wanted=False)


def extract(made: WireType, wanted: WireType) -> WireType:
    return _chosen(made, wanted, wanted=True)


def awaited(made: WireType) -> WireType:
    """What `await` gives."""
    if isinstance(made, Union):
        return union(awaited(option) for option in made.options)
    if isinstance(made, BuiltIn) and made.name == "Promise":
        return awaited(made.arguments[0]) if made.arguments else Unknown("a promise of something")
    return made


def keys_of(made: WireType) -> WireType:
    """`keyof T`."""
    if isinstance(made, Object) and made.index is None:
        return union(Literal(member.name) for member in made.members)
    if isinstance(made, Object) and not made.members:
        return STRING
    return NUMBER if isinstance(made, Array | Tuple) else Unknown("keys that are not known")


def element_of(made: WireType) -> WireType:
    """`T[number]`, and what `for … of` gives."""
    if isinstance(made, Array):
        return made.element
    if isinstance(made, Tuple):
        return union((*made.elements, *((made.rest,) if made.rest else ())))
    if isinstance(made, Union):
        return union(element_of(option) for option in made.options if not is_absent(option))
    if isinstance(made, BuiltIn) and made.name in _ITERATED and made.arguments:
        return made.arguments[0]
    if isinstance(made, Unknown):
        return Unknown(made.reason)
    return STRING if made == STRING or isinstance(made, Literal) else Unknown("an element of something else")


_ITERATED = frozenset({"Set", "Iterator", "Generator"})


def literals(keys: WireType) -> tuple[str, ...] | None:
    """The names that a union of literals allows; None where it allows others as well."""
    names = tuple(str(o.value) for o in options_of(keys) if isinstance(o, Literal))
    if keys == NEVER:
        return ()
    return names if len(names) == len(options_of(keys)) else None


def _mapped(made: WireType, change: Callable[[Member], Member]) -> WireType:
    return _objects(made, lambda o: Object(tuple(change(member) for member in o.members), o.index))


def _objects(made: WireType, change: Callable[[Object], WireType]) -> WireType:
    """Each option of a union that is an object changed, and all that are none kept."""
    if isinstance(made, Union):
        return union(_objects(option, change) for option in made.options)
    if isinstance(made, Object):
        return change(made)
    return made if isinstance(made, Unknown | Primitive | Literal) else Unknown("a mapped type")


def _if_any(made: Object, names: tuple[str, ...]) -> WireType | None:
    return made.index if set(names) - {member.name for member in made.members} else None


def _chosen(made: WireType, pattern: WireType, *, wanted: bool) -> WireType:
    kept: list[WireType] = []
    for option in options_of(made):
        fits = _fits(option, pattern)
        if fits is None:
            return Unknown("a conditional type")
        if fits is wanted:
            kept.append(option)
    return union(kept)


def _fits(option: WireType, pattern: WireType) -> bool | None:
    """Is the option assignable to the pattern? None where that is not decided here."""
    answers = [_fits_one(option, single) for single in options_of(pattern)]
    if True in answers:
        return True
    return None if None in answers else False


def _fits_one(option: WireType, pattern: WireType) -> bool | None:
    if isinstance(option, Unknown) or isinstance(pattern, Unknown):
        return None
    if option == pattern:
        return True
    if isinstance(option, Literal) and isinstance(pattern, Primitive):
        return pattern.name == {bool: "boolean", str: "string"}.get(type(option.value), "number")
    if isinstance(option, Object) and isinstance(pattern, Object):
        return _fits_object(option, pattern)
    return False if isinstance(option, Literal | Primitive) or isinstance(pattern, Literal | Primitive) else None


def _fits_object(option: Object, pattern: Object) -> bool | None:
    """Told apart by members with literal types, as in `Extract<Event, { type: 'done' }>`."""
    members = {member.name: member.type for member in option.members}
    answers = [_fits(members[m.name], m.type) if m.name in members else None for m in pattern.members]
    if False in answers:
        return False
    return None if None in answers else True


def member_type(member: Member) -> WireType:
    """What reading the member gives."""
    return optional(member.type) if member.optional else member.type
