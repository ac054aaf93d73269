"""Where something stands."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.names import Thing


class Place(NamedTuple):
    """Byte offsets in a module's text, end exclusive."""

    module: int
    start: int
    end: int


def declaration_of(snapshot: Snapshot, thing: Thing) -> Place | None:
    """None for props and local aliases."""
    span = snapshot.names.declared(thing)
    return None if span is None else Place(thing.module, *span)


def line_text(snapshot: Snapshot, module: int, offset: int) -> str:
    """`app/page.tsx:4`, as people count lines."""
    return f"{snapshot.program.modules[module]}:{snapshot.lines(module).line_of(offset) + 1}"
