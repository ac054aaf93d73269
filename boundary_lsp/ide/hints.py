"""What stands behind an import that is a door: the side of the program that it leads to."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.program import Door, DoorKind
from boundary_lsp.model.spans import decode_spans, span_at


class Hint(NamedTuple):
    offset: int
    label: str
    tooltip: str


TOOLTIPS = {
    DoorKind.CLIENT: "A door to the client: what is imported is a reference here; its code belongs to the client.",
    DoorKind.SERVER: "A door to the server: what is imported is a reference here; to call it is a request.",
}


def hints(snapshot: Snapshot, module: int, start: int, end: int) -> list[Hint]:
    """Behind the specifiers between two offsets, in the order of the text."""
    facts = snapshot.program.facts[module]
    doors = {door.imported: door for door in snapshot.program.doors if door.source == module}
    if not doors:
        return []
    flat = decode_spans(facts).imports
    found = [_hint(span_at(flat, imported)[1], door) for imported, door in doors.items()]
    return sorted(hint for hint in found if start <= hint.offset <= end)


def _hint(offset: int, door: Door) -> Hint:
    return Hint(offset, f"→ {door.kind.value}", TOOLTIPS[door.kind])
