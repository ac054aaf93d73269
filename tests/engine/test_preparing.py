"""A program that was recalled is prepared for its first edit: that builds no more than every later one does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from boundary_lsp.composition import open_workspace
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.graph import build
from tests.cli import shop
from tests.engine.test_edited_programs import assert_as_from_nothing

LIKES = shop.FILES["actions/likes.ts"]
EDITS = {
    "a body": LIKES.replace("return 2", "return 3; void like('1')"),
    "an export": LIKES.replace("forgotten", "recalled"),
    "an import": f"import '../components/icon';\n{LIKES}",
    "a directive": LIKES.replace("'use server';", ""),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path / "cache"))
    root = shop.write(tmp_path / "shop")
    shop.age(root)
    with open_workspace(root.as_posix()) as workspace:
        workspace.snapshot()
        workspace.remember()
    return root


@pytest.fixture
def recalled(root: Path) -> Iterator[Workspace]:
    with open_workspace(root.as_posix()) as workspace:
        assert workspace.snapshot().steps == ("discover",)
        yield workspace


def write(root: Path, text: str) -> list[str]:
    (root / "actions/likes.ts").write_text(text)
    return ["actions/likes.ts"]


@pytest.mark.parametrize("edit", EDITS)
def test_the_first_edit(root: Path, recalled: Workspace, edit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = recalled.snapshot().program
    assert len(list(recalled.prepare())) > 1, "so that an update can come in between"
    assert recalled.snapshot().program is program
    monkeypatch.delattr(build, "_from_nothing")
    edited = recalled.update(write(root, EDITS[edit]))
    monkeypatch.undo()
    assert edited.program != program
    assert_as_from_nothing(edited, ["actions/likes.ts"], edit)


@pytest.mark.parametrize("pieces", range(1, 8))
def test_an_edit_in_between(root: Path, recalled: Workspace, pieces: int) -> None:
    preparing = recalled.prepare()
    assert len(list(islice(preparing, pieces))) == pieces
    assert_as_from_nothing(recalled.update(write(root, EDITS["an import"])), ["actions/likes.ts"], pieces)
    assert list(preparing) == [], "it is another program"
    assert_as_from_nothing(recalled.update(write(root, EDITS["a directive"])), ["actions/likes.ts"], pieces)


def test_an_edit_that_changes_nothing_in_between(root: Path, recalled: Workspace) -> None:
    preparing = recalled.prepare()
    next(preparing)
    recalled.update(write(root, LIKES))
    assert list(preparing), "it goes on"
    assert list(recalled.prepare()) == [], "and is done then"
