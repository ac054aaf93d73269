"""Where in the text a part of a value stands: inside of a literal, its own place; else the value's."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.value_expressions import ArrayValue, ObjectValue, Property, ValueExpression
from boundary_lsp.wire.words import member_segment

_Span = tuple[int, int]


def place_of(value: ValueExpression, path: Sequence[str], whole: _Span) -> _Span:
    """The narrowest place inside of `whole` that holds the part: a name's value may have been written elsewhere."""
    found = whole
    for segment in path:
        part = _part(value, segment)
        if part is None or not (whole[0] <= part.start < part.end <= whole[1]):
            break
        value, found = part.value, (part.start, part.end)
    return found


def _part(value: ValueExpression, segment: str) -> Property | None:
    """The property or item of a literal; None where it may come from a spread."""
    match value:
        case ObjectValue(properties=properties):
            named = (one for one in reversed(properties) if not one.name or member_segment(one.name) == segment)
            found = next(named, None)
            return found if found is not None and found.name else None
        case ArrayValue(items=items):
            position = int(segment[1:-1]) if segment[1:-1].isdigit() else 0 if len(items) == 1 else len(items)
            has_spread = any(one.name for one in items[: position + 1])
            return None if has_spread or position >= len(items) else items[position]
        case _:
            return None
