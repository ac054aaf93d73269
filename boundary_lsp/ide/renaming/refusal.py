"""Why not."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot


class CannotRename(Exception):
    """The reason, in a sentence for the person who asked."""


def line_at(snapshot: Snapshot, module: int, offset: int) -> str:
    """`app/page.tsx:4`, as people count lines."""
    return f"`{snapshot.program.modules[module]}:{snapshot.lines(module).line_of(offset) + 1}`"
