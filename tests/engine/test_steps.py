"""What an edit costs: which steps run after it; and that its result is that of a fresh start."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from tests.cli.shop import FILES
from tests.support.same import differing_parts

LIKES = FILES["actions/likes.ts"]
Edit = Callable[[MemoryFileSystem], list[str]]


def _opened() -> tuple[MemoryFileSystem, Workspace]:
    files = MemoryFileSystem(FILES)
    return files, memory_workspace(files)


def _change(path: str, old: str, new: str) -> Edit:
    def edit(files: MemoryFileSystem) -> list[str]:
        text = files.read(path).decode()
        assert old in text
        files.write(path, text.replace(old, new))
        return [path]

    return edit


def _create(path: str, text: str) -> Edit:
    def edit(files: MemoryFileSystem) -> list[str]:
        files.write(path, text)
        return [path]

    return edit


def _remove(path: str) -> Edit:
    def edit(files: MemoryFileSystem) -> list[str]:
        files.remove(path)
        return [path]

    return edit


PARSE = "parse actions/likes.ts"
EDITS: dict[str, tuple[Edit, list[str]]] = {
    "nothing": (_change("actions/likes.ts", "like", "like"), [PARSE]),
    "the inside of a function, same length": (
        _change("actions/likes.ts", "return 1", "return 3"),
        [PARSE, "wire"],
    ),
    "the type of a result, same length": (
        _change("actions/likes.ts", "return 2", "return!2"),
        [PARSE, "wire", "rules"],
    ),
    "the inside of a function": (
        _change("actions/likes.ts", "log(id)", "log(id, id)"),
        [PARSE, "graph", "wire", "rules"],
    ),
    "a use": (
        _change("app/page.tsx", "{await countLikes()}", "{await countLikes()}{await countLikes()}"),
        ["parse app/page.tsx", "graph", "wire", "rules"],
    ),
    "an export": (_change("actions/likes.ts", "forgotten", "recalled"), [PARSE, "link", "graph", "wire", "rules"]),
    "a new module": (
        _create("app/new.ts", "import { like } from '../actions/likes'; like('2');"),
        ["discover", "parse app/new.ts", "link", "graph", "wire", "rules"],
    ),
    "a module less": (_remove("components/icon.tsx"), ["discover", "link", "graph", "wire", "rules"]),
    "a manifest": (_change("package.json", "15.3.0", "16.0.0"), ["discover", "link", "graph", "wire", "rules"]),
    "a configuration that is a module": (
        _create("next.config.mjs", "export default {pageExtensions: ['page.tsx']}"),
        ["discover", "parse next.config.mjs", "link", "graph", "wire", "rules"],
    ),
    "an asset": (_create("public/logo.svg", "<svg/>"), ["discover", "link", "graph", "wire", "rules"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_steps_after_an_edit(name: str) -> None:
    edit, expected = EDITS[name]
    files, workspace = _opened()
    first = workspace.snapshot()
    assert first.steps[0] == "discover"
    assert first.steps[-4:] == ("link", "graph", "wire", "rules")
    assert workspace.snapshot() is first
    after = workspace.update(edit(files))
    assert list(after.steps) == expected
    assert workspace.snapshot() is after
    _assert_same(after, memory_workspace(files).snapshot())


def test_a_chain_of_edits_ends_where_a_fresh_start_does() -> None:
    files, workspace = _opened()
    workspace.snapshot()
    for edit, _ in EDITS.values():
        after = workspace.update(edit(files))
    _assert_same(after, memory_workspace(files).snapshot())


def test_an_edit_and_its_undoing() -> None:
    files, workspace = _opened()
    first = workspace.snapshot()
    files.write("actions/likes.ts", LIKES.replace("forgotten", "recalled"))
    assert workspace.update(["actions/likes.ts"]).findings != first.findings
    files.write("actions/likes.ts", LIKES)
    _assert_same(workspace.update(["actions/likes.ts"]), first)


def _assert_same(one: Snapshot, other: Snapshot) -> None:
    assert one.project == other.project
    assert differing_parts(one.program, other.program) == []
    assert one.findings == other.findings
    assert one.degraded == other.degraded


def test_props_of_components_are_read_for_contracts_only() -> None:
    files = MemoryFileSystem(
        {
            **FILES,
            "app/tag/page.tsx": "import { Tag } from '../tag'; export default () => <Tag name='a' />;",
            "app/tag.tsx": "'use client'; export const Tag = ({ name }: { name: string }) => <b>{name}</b>;",
        }
    )
    assert memory_workspace(files).snapshot().wire.components == ()
    assert len(memory_workspace(files, Options(props=True)).snapshot().wire.components) > 0
