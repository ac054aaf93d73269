"""A result of an earlier run is taken only when it would come out the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.adapters.parsing import digest_of
from boundary_lsp.composition import open_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.recording import RecordingFiles, still_answers
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax import values
from boundary_lsp.syntax.values import values_of
from tests.cli import shop


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path / "cache"))
    root = shop.write(tmp_path / "shop")
    shop.age(root)
    return root


def _run(root: Path, options: Options | None = None) -> Snapshot:
    with open_workspace(root.as_posix(), options=options or Options()) as workspace:
        snapshot = workspace.snapshot()
        workspace.remember()
    return snapshot


def test_nothing_changed(program: Path) -> None:
    first, second = _run(program), _run(program)
    assert second.steps == ("discover",)
    assert second.program == first.program
    assert second.findings
    assert second.findings == first.findings


def test_touched_but_not_changed(program: Path) -> None:
    _run(program)
    (program / "app/page.tsx").touch()
    assert _run(program).steps == ("discover",)


_LIKES = shop.FILES["actions/likes.ts"]
JUDGED_AGAIN: dict[str, tuple[Callable[[Path], object], Options]] = {
    "other rules": (lambda _: None, Options(select=frozenset({"private-endpoint"}))),
    "rules left out": (lambda _: None, Options(ignore=frozenset({"private-endpoint"}))),
    "other types": (lambda _: None, Options(types="off")),
    "a level": (lambda root: (root / "boundary.toml").write_text('[rules]\ndead-endpoint = "error"\n'), Options()),
    "a suppression": (
        lambda root: shop.write(root, {"actions/likes.ts": f"// boundary-ignore dead-endpoint: x\n{_LIKES}"}),
        Options(),
    ),
}


@pytest.mark.parametrize("name", JUDGED_AGAIN)
def test_findings_are_those_of_a_fresh_run(program: Path, name: str) -> None:
    _run(program)
    change, options = JUDGED_AGAIN[name]
    change(program)
    after = _run(program, options)
    assert "rules" in after.steps
    with open_workspace(program.as_posix(), options=options, cache=False) as fresh:
        assert after.findings == fresh.snapshot().findings


CHANGES: dict[str, Callable[[Path], object]] = {
    "a body": lambda root: (root / "app/page.tsx").write_text("export default () => null;"),
    "a module less": lambda root: (root / "components/icon.tsx").unlink(),
    "a framework's configuration": lambda root: (root / "next.config.js").write_text("module.exports = {}"),
    "a manifest": lambda root: (root / "package.json").write_text('{"dependencies": {"next": "13.0.0"}}'),
    "an installed package": lambda root: shop.write(root, {"node_modules/next/package.json": '{"version": "15.4.1"}'}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_something_changed(program: Path, name: str) -> None:
    _run(program)
    CHANGES[name](program)
    after = _run(program)
    assert "graph" in after.steps
    with open_workspace(program.as_posix(), cache=False) as fresh:
        assert after.program == fresh.snapshot().program
        assert after.wire == fresh.snapshot().wire


ALL = {"app/page.tsx", "components/like.tsx", "actions/likes.ts"}


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of modules of which values are read from the text, as it happens."""
    seen: list[str] = []

    def noted(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
        seen.append(path)
        return values_of(path, source, facts)

    monkeypatch.setattr(values, "values_of", noted)
    return seen


def test_values_are_read_once(program: Path, read_again: list[str]) -> None:
    _run(program)
    assert set(read_again) == ALL
    assert len(read_again) == len(ALL)
    read_again.clear()
    shop.write(program, {"actions/likes.ts": "'use server';\nexport async function like(id: number) { return id; }\n"})
    after = _run(program)
    assert read_again == ["actions/likes.ts"]
    with open_workspace(program.as_posix(), cache=False) as fresh:
        assert after.wire == fresh.snapshot().wire


def test_damaged_values_are_read_again(program: Path, read_again: list[str]) -> None:
    _run(program)
    for stored in (program.parent / "cache").glob("*.values"):
        stored.write_bytes(stored.read_bytes()[:-7])
    (program / "components/icon.tsx").write_text("export function Icon() { return <b />; }\nexport const size = 1;\n")
    read_again.clear()
    assert "wire" in _run(program).steps
    assert set(read_again) == ALL


def test_another_framework(program: Path) -> None:
    _run(program)
    assert "graph" in _run(program, Options(framework="plain")).steps


def test_what_was_asked_is_asked_again(tmp_path: Path) -> None:
    root = shop.write(tmp_path, {"a.txt": "one", "folder/b.txt": "two"})
    files = RecordingFiles(DiskFileSystem(root.as_posix()), digest_of)
    assert files.read("a.txt") == b"one"
    assert files.read_head("folder/b.txt", 1) == b"t"
    assert files.is_file("c.txt") is False
    assert files.is_directory("folder") is True
    assert [entry.name for entry in files.entries("folder")] == ["b.txt"]
    assert files.stamp("nothing") is None
    with pytest.raises(OSError):
        files.read("d.txt")
    plain = DiskFileSystem(root.as_posix())
    answers = files.answers()
    assert len(answers) == 7
    assert still_answers(plain, digest_of, answers)
    for path, text in (("a.txt", "two"), ("c.txt", ""), ("folder/e.txt", ""), ("nothing", ""), ("d.txt", "")):
        before = (root / path).read_text() if (root / path).exists() else None
        (root / path).write_text(text)
        assert not still_answers(plain, digest_of, answers), path
        if before is None:
            (root / path).unlink()
        else:
            (root / path).write_text(before)
        assert still_answers(plain, digest_of, answers), path


def test_in_memory_too() -> None:
    memory = MemoryFileSystem({"a.txt": "one"})
    files = RecordingFiles(memory, digest_of)
    assert files.root == memory.root
    files.read("a.txt")
    memory.write("a.txt", "two")
    assert not still_answers(memory, digest_of, files.answers())
