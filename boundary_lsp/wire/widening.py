"""What a function without an annotation promises: TypeScript takes a lone literal that it returns for an example."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Array, BuiltIn, Literal, Member, Object, Primitive, Tuple, Union, WireType
from boundary_lsp.wire.kinds import kind_of


def widened(type: WireType) -> WireType:
    """`Promise<{ ok: true; likes: 3 }>` as `Promise<{ ok: boolean; likes: number }>`. Several literals are a choice,
    members that tell the options of a union apart do so, and a type with a name says what it means."""
    match type:
        case Literal():
            return Primitive(kind_of(type))
        case Array(element=element):
            return Array(widened(element))
        case Tuple(elements=elements):
            return replace(type, elements=tuple(map(widened, elements)))
        case BuiltIn(name=name, arguments=arguments):
            return BuiltIn(name, tuple(map(widened, arguments)))
        case Object():
            return _object(type, frozenset())
        case Union(options=options):
            return _union(options)
        case _:
            return type


def _object(type: Object, kept: frozenset[str]) -> WireType:
    if type.name:
        return type
    return replace(type, members=tuple(one if one.name in kept else _member(one) for one in type.members))


def _member(member: Member) -> Member:
    return replace(member, type=widened(member.type))


def _union(options: tuple[WireType, ...]) -> WireType:
    kept = _discriminants([one for one in options if isinstance(one, Object)])
    found = [
        one if isinstance(one, Literal) else _object(one, kept) if isinstance(one, Object) else widened(one)
        for one in options
    ]
    different = tuple(dict.fromkeys(found))
    return different[0] if len(different) == 1 else Union(different)


def _discriminants(objects: Sequence[Object]) -> frozenset[str]:
    """Members that are another literal in each of the objects."""
    literals = [{one.name: one.type for one in type.members if isinstance(one.type, Literal)} for type in objects]
    common = set(literals[0]).intersection(*literals[1:]) if len(literals) > 1 else set()
    return frozenset(name for name in common if len({repr(one[name]) for one in literals}) == len(literals))
