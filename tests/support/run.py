"""Analysing a program of a spec: from scratch, and step by step through its edits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from tests.support.same import differing_parts
from tests.support.spec import Stage


def from_scratch(stage: Stage, rules: Collection[str]) -> Snapshot:
    return memory_workspace(MemoryFileSystem(stage.texts()), _options(rules)).snapshot()


def step_by_step(stages: Sequence[Stage], rules: Collection[str]) -> Iterator[tuple[Stage, Snapshot]]:
    """Each stage as an edit of the one before. The snapshot is good until the next is asked for."""
    files = MemoryFileSystem(stages[0].texts())
    workspace = memory_workspace(files, _options(rules))
    yield stages[0], workspace.snapshot()
    for before, stage in pairwise(stages):
        yield stage, workspace.update(_apply(files, before.texts(), stage.texts()))


def differences(one: Snapshot, other: Snapshot) -> list[str]:
    """What differs between two snapshots of the same files, in words."""
    found = [f"Program.{part}" for part in differing_parts(one.program, other.program)]
    if one.wire != other.wire:
        found.append("wire")
    if one.findings != other.findings:
        found.append("findings")
    if one.degraded != other.degraded:
        found.append("degraded")
    return found


def _options(rules: Collection[str]) -> Options:
    return Options(select=frozenset(rules))


def _apply(files: MemoryFileSystem, before: dict[str, str], after: dict[str, str]) -> list[str]:
    changed = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    for path in changed:
        if path in after:
            files.write(path, after[path])
        else:
            files.remove(path)
    return changed
