"""Whatever is moved, every import leads where it led."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.moves import moved_imports
from boundary_lsp.model.fixes import spliced
from tests.ide.test_any_rename import PAGES, analysed, programs

FOLDER = "elsewhere/deep"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_move_loses_no_import(page: Path) -> None:
    for texts in programs(page):
        before = analysed(texts)
        for moves in some_moves(before):
            changed = moved(texts, before, moves)
            assert lost(before, analysed(changed), moves) == [], (moves, changed)


def test_imports_are_rewritten() -> None:
    """Or the test above would be about nothing."""
    count = 0
    for texts in programs(PAGES[0].parents[2] / "tests/specs/barrels.md"):
        before = analysed(texts)
        count += sum(len(moved_imports(before, moves)) for moves in some_moves(before))
    assert count > 20


def some_moves(before: Snapshot) -> Iterator[dict[str, str]]:
    """Each module by itself, and each outermost folder that brings no manifest along."""
    modules = before.program.modules
    for path in modules:
        yield {path: f"{FOLDER}/{path.rpartition('/')[2]}"}
    outermost = {path.partition("/")[0] for path in modules if "/" in path}
    manifests = {*before.project.manifests, *before.project.tsconfigs}
    for folder in sorted(outermost):
        if not any(known == folder or known.startswith(f"{folder}/") for known in manifests):
            yield {folder: f"{FOLDER}/{folder}"}


def moved(texts: Mapping[str, str], before: Snapshot, moves: Mapping[str, str]) -> dict[str, str]:
    edits = {c.path: spliced(texts[c.path].encode(), c.splices).decode() for c in moved_imports(before, moves)}
    return {place(path, moves): edits.get(path, text) for path, text in texts.items()}


def place(path: str, moves: Mapping[str, str]) -> str:
    [(old, new)] = moves.items()
    return new + path[len(old) :] if path == old or path.startswith(f"{old}/") else path


def lost(before: Snapshot, after: Snapshot, moves: Mapping[str, str]) -> list[str]:
    """Imports that do not lead where they should, but for those by a package's own name, which a manifest decides."""
    found = []
    for module, path in enumerate(before.program.modules):
        index = after.program.module_index(place(path, moves))
        assert index is not None
        rows = zip(before.program.links.server[module], after.program.links.server[index], strict=True)
        for number, (old, new) in enumerate(rows):
            wanted = place(before.program.modules[old], moves) if old >= 0 else None
            there = after.program.modules[new] if new >= 0 else None
            specifier = before.program.facts[module].interface.imports[number].specifier
            if wanted != there and wanted is not None and specifier.startswith((".", "@/")):
                found.append(f"{path}: {specifier} -> {wanted}, not {there}")
    return found
