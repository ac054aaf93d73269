"""Fixing findings until none is left that can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.fixes.choice import Batch
from boundary_lsp.model.findings import Finding

_ROUNDS = 20
"""A fix may uncover another finding, but none of ours goes on for long."""

Texts = Mapping[str, tuple[bytes | None, bytes]]


def fix_all(
    workspace: Workspace, wanted: Callable[[Snapshot], Iterable[Finding]], write: Callable[[Texts], None]
) -> int:
    """How many findings were fixed, of those that are `wanted`. `write` makes the texts real before the workspace is
    brought up to date; what it raises ends the work."""
    fixed = 0
    for _ in range(_ROUNDS):
        snapshot = workspace.snapshot()
        batch = Batch(snapshot.program, snapshot.files)
        taken = sum(map(batch.take, wanted(snapshot)))
        if not taken:
            break
        write(batch.texts())
        workspace.update(batch.texts())
        fixed += taken
    return fixed
