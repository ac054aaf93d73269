"""Work that is given up in the middle: nothing of it is lost, and nothing of it is taken for done."""

from __future__ import annotations

import pytest

from boundary_lsp.adapters.in_process_pool import InProcessPool
from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.adapters.parsing import digest_of
from boundary_lsp.adapters.store import NoBlobStore, NoStore
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Stores, Workspace
from boundary_lsp.ports import Cancelled
from tests.cli.shop import FILES

OPTIONS = Options(types="declared")
EDITS = {
    "a body": {"actions/likes.ts": FILES["actions/likes.ts"].replace("return 2", "return new Map([[Symbol(), 1]])")},
    "an export": {"actions/likes.ts": FILES["actions/likes.ts"].replace("forgotten", "renamed")},
    "a new file": {
        "app/x/page.tsx": "import { forgotten } from '../../actions/likes';\nexport default () => forgotten();\n"
    },
    "a configuration": {"boundary.toml": "[rules]\ndead-endpoint = 'off'\n"},
    "two files": {
        "actions/likes.ts": FILES["actions/likes.ts"].replace("forgotten", "renamed"),
        "components/like.tsx": FILES["components/like.tsx"].replace("{ like }", "{ renamed as like }"),
    },
}
LATER = {"components/icon.tsx": "export function Icon() { return <b />; }\nexport const more = 1;\n"}
MOST_STEPS = 20


class Impatient:
    """Gives up at one step, once."""

    def __init__(self) -> None:
        self.left = -1

    def step(self, _title: str, _done: int, _total: int) -> None:
        self.left -= 1
        if self.left == 0:
            raise Cancelled

    def finish(self) -> None: ...


def started() -> tuple[MemoryFileSystem, Impatient, Workspace]:
    files, progress = MemoryFileSystem(FILES), Impatient()
    stores = Stores(NoStore(), NoBlobStore(), NoBlobStore(), NoBlobStore(), NoBlobStore())
    return files, progress, Workspace(Outside(files, InProcessPool(files), progress, digest_of), stores, OPTIONS)


def write(files: MemoryFileSystem, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        files.write(path, text)


def told(snapshot: Snapshot) -> list[tuple[str, str, int, str]]:
    return [(snapshot.program.modules[f.module], f.rule, f.start, f.message) for f in snapshot.findings]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_what_was_given_up_is_done_next_time(edit: str, first: bool) -> None:
    given_up = 0
    for step in range(1, MOST_STEPS):
        files, progress, workspace = started()
        if not first:
            workspace.snapshot()
        write(files, EDITS[edit])
        progress.left = step
        try:
            workspace.update(EDITS[edit])
        except Cancelled:
            given_up += 1
        progress.left = -1
        write(files, LATER)
        snapshot = workspace.update(LATER)
        fresh = memory_workspace(MemoryFileSystem({**FILES, **EDITS[edit], **LATER}), OPTIONS).snapshot()
        assert told(snapshot) == told(fresh)
        assert snapshot.program.modules == fresh.program.modules
        assert snapshot.program.facts == fresh.program.facts
    assert given_up


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_taken_back_meanwhile(edit: str) -> None:
    """The texts are again as they were before what was given up."""
    for step in range(1, MOST_STEPS):
        files, progress, workspace = started()
        before = workspace.snapshot()
        write(files, EDITS[edit])
        progress.left = step
        with pytest.raises(Cancelled):
            workspace.update(EDITS[edit])
            raise Cancelled  # it was done before that step
        progress.left = -1
        for path in EDITS[edit]:
            files.write(path, FILES[path]) if path in FILES else files.remove(path)
        assert told(workspace.update(EDITS[edit])) == told(before)
