"""Fixing findings until none is left that can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.fixes.choice import Batch
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Program

_ROUNDS = 20
"""A fix may uncover another finding, but none of ours goes on for long."""

Texts = Mapping[str, tuple[bytes | None, bytes]]


def fix_all(workspace: Workspace, wants: Callable[[Program, Finding], bool], write: Callable[[Texts], None]) -> int:
    """How many findings were fixed. `write` makes the texts real before the workspace is brought up to date; what it
    raises ends the work."""
    fixed = 0
    for _ in range(_ROUNDS):
        snapshot = workspace.snapshot()
        batch = Batch(snapshot.program, snapshot.files)
        taken = sum(1 for found in snapshot.findings if wants(snapshot.program, found) and batch.take(found))
        if not taken:
            break
        write(batch.texts())
        workspace.update(batch.texts())
        fixed += taken
    return fixed
