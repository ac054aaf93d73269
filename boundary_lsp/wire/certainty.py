"""What a type says for certain of the value at hand, where the type is a promise about many values."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Array, BuiltIn, Instance, Member, Object, Tuple, Union, Unknown, WireType
from boundary_lsp.wire.kinds import is_absent

_EITHER = Unknown("one of several types")

IsBad = Callable[[WireType], bool]


def certain(type: WireType, is_bad: IsBad) -> WireType:
    """The type without what may not be so: of `Decimal | number` nothing is known, `Decimal | null` is a `Decimal`.

    Code that runs before may have told the options apart; our own reading of types does not follow it.
    """
    match type:
        case Union(options=options):
            return _union(options, is_bad)
        case Array(element=element):
            return Array(certain(element, is_bad))
        case Tuple(elements=elements):
            return replace(type, elements=tuple(certain(one, is_bad) for one in elements))
        case BuiltIn(arguments=arguments):
            return replace(type, arguments=tuple(certain(one, is_bad) for one in arguments))
        case Object(members=members) | Instance(members=members):
            return replace(type, members=tuple(_member(one, is_bad) for one in members))
        case _:
            return type


def _union(options: tuple[WireType, ...], is_bad: IsBad) -> WireType:
    present = [one for one in options if not is_absent(one)]
    if all(map(is_bad, present)) or not any(map(is_bad, present)):
        return Union(tuple(certain(one, is_bad) for one in options)) if len(options) > 1 else options[0]
    return _EITHER


def _member(member: Member, is_bad: IsBad) -> Member:
    return replace(member, type=certain(member.type, is_bad))
