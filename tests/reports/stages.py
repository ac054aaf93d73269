"""Programs on pages of Markdown, as they are after a stage: files with `stage=2` come later, or go with `delete`."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from tests.support.markdown import Fence, Section
from tests.support.spec import DEFAULT_MANIFEST, DEFAULT_TSCONFIG


def snapshot_at(section: Section, stage: int, answers: Collection[str]) -> Snapshot:
    """Fences in the languages `answers` are not files."""
    files = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG}
    for fence in section.fences:
        if fence.language not in answers and int(fence.option("stage", "1")) <= stage:
            _apply(files, fence)
    return memory_workspace(MemoryFileSystem(files), Options(select=frozenset(), types="declared")).snapshot()


def _apply(files: dict[str, str], fence: Fence) -> None:
    files[fence.name] = fence.text
    if "delete" in fence.options:
        del files[fence.name]
