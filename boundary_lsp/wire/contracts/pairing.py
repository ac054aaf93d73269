"""Which part of an old type is to be compared with which of a new one."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.wire_types import Array, BuiltIn, Cycle, Object, Tuple, Union, WireType
from boundary_lsp.wire.contracts.words import UNDEFINED

_SEGMENTS = {"Map": ("<key>", "<value>"), "Promise": ("",), "PromiseLike": ("",)}


def same_parts(old: WireType, new: WireType) -> Sequence[tuple[str, WireType, WireType]] | None:
    """Segment, old and new part of two types of the same form; None where they are not, or where the form is a matter
    of its own (objects, unions)."""
    match old, new:
        case Array(element=element), Array(element=other):
            return [("[]", element, other)]
        case Tuple(elements=own, rest=None), Tuple(elements=others, rest=None) if len(own) == len(others):
            return [(f"[{n}]", one, other) for n, (one, other) in enumerate(zip(own, others, strict=True))]
        case BuiltIn(name=name, arguments=own), BuiltIn(name=same, arguments=others) if name == same:
            if len(own) == len(others):
                segments = _SEGMENTS.get(name, ("[]",) * len(own))
                return list(zip(segments, own, others, strict=False))
    return None


def present(type: WireType) -> WireType:
    """Without `undefined`: a mark says as much."""
    match type:
        case Union(options=options) if UNDEFINED in options:
            kept = tuple(one for one in options if one != UNDEFINED)
            return kept[0] if len(kept) == 1 else Union(kept)
        case _:
            return type


def options_of(type: WireType) -> tuple[WireType, ...]:
    return type.options if isinstance(type, Union) else (type,)


def are_alike(one: WireType, other: WireType) -> bool:
    """So that where they differ can be said more closely."""
    objects = (Object, Cycle)
    if isinstance(one, objects) and isinstance(other, objects):
        return True
    return isinstance(one, Array | Tuple | BuiltIn) and type(one) is type(other)
