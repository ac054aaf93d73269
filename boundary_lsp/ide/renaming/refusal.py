"""Why not."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot


class CannotRename(Exception):
    """The reason, in a sentence for the person who asked."""


def require_readable(snapshot: Snapshot, own: int, name: str) -> None:
    """No text but the module's own has the name where it could not be read. Raises CannotRename."""
    program = snapshot.program
    for module, facts in enumerate(program.facts):
        if module != own and name in facts.uses.mentioned:
            path = program.modules[module]
            raise CannotRename(f"`{path}` mentions the name and has syntax errors, so not every use can be found.")


def line_at(snapshot: Snapshot, module: int, offset: int) -> str:
    """`app/page.tsx:4`, as people count lines."""
    return f"`{snapshot.program.modules[module]}:{snapshot.lines(module).line_of(offset) + 1}`"
