"""One edit, made and taken back: what is told follows it, and is what a fresh start would tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot

OPTIONS = Options(types="declared")


class Edit(NamedTuple):
    path: str
    old: str
    new: str


def assert_followed(texts: Mapping[str, str], edit: Edit, told: Callable[[Snapshot], object]) -> None:
    """`told`: what must differ after the edit, and must not after it is taken back."""
    path, old, new = edit
    assert old in texts[path]
    edited = {**texts, path: texts[path].replace(old, new)}
    files = MemoryFileSystem(texts)
    workspace = memory_workspace(files, OPTIONS)
    before = told(workspace.snapshot())
    files.write(path, edited[path])
    after = told(workspace.update([path]))
    assert after == told(memory_workspace(MemoryFileSystem(edited), OPTIONS).snapshot())
    assert after != before
    files.write(path, texts[path])
    assert told(workspace.update([path])) == before
