"""Fixing a program of a page, in memory."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.fixes.choice import Batch
from boundary_lsp.fixes.rounds import fix_all
from boundary_lsp.model.findings import Finding
from boundary_lsp.rules.registry import RULES

EVERY_RULE = frozenset(rule.id for rule in RULES)


def fixed(texts: Mapping[str, str]) -> dict[str, str]:
    """All fixes made, the unsafe ones as well, one round after the other."""
    files = MemoryFileSystem(dict(texts))
    workspace = memory_workspace(files, Options(select=EVERY_RULE))
    now = dict(texts)

    def write(changed: Mapping[str, tuple[bytes | None, bytes]]) -> None:
        for path, (before, after) in changed.items():
            assert (now[path].encode() if path in now else None) == before
            now[path] = after.decode()
            files.write(path, now[path])

    fix_all(workspace, lambda snapshot: snapshot.findings, write)
    return now


def fixed_once(snapshot: Snapshot, finding: Finding) -> dict[str, str] | None:
    """The texts that one fix changes; None where it is not offered, or cannot be made."""
    batch = Batch(snapshot.program, snapshot.files)
    return {path: after.decode() for path, (_, after) in batch.texts().items()} if batch.take(finding) else None


def analysed(texts: Mapping[str, str]) -> Snapshot:
    return memory_workspace(MemoryFileSystem(dict(texts)), Options(select=EVERY_RULE)).snapshot()
