"""What a function without an annotation promises: TypeScript takes a lone literal that it returns for an example."""

from __future__ import annotations

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Array, BuiltIn, Literal, Object, Primitive, Tuple, Union, WireType
from boundary_lsp.wire.kinds import kind_of


def widened(type: WireType) -> WireType:
    """`Promise<{ ok: true; likes: 3 }>` as `Promise<{ ok: boolean; likes: number }>`. Several literals are a choice,
    and a type with a name says what it means."""
    match type:
        case Literal():
            return Primitive(kind_of(type))
        case Array(element=element):
            return Array(widened(element))
        case Tuple(elements=elements):
            return replace(type, elements=tuple(map(widened, elements)))
        case BuiltIn(name=name, arguments=arguments):
            return BuiltIn(name, tuple(map(widened, arguments)))
        case Object(members=members, name=""):
            return replace(type, members=tuple(replace(one, type=widened(one.type)) for one in members))
        case Union(options=options):
            kept = (one if isinstance(one, Literal) else widened(one) for one in options)
            found = tuple(dict.fromkeys(kept))
            return found[0] if len(found) == 1 else Union(found)
        case _:
            return type
