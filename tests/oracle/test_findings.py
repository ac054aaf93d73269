"""Programs as users have them, through the real checker: findings that only it can tell, and those that it keeps."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace, open_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from tests.support import expect
from tests.support.spec import SpecTest, spec_tests

PAGE = Path(__file__).parent / "findings" / "inferred.md"
TESTS = [pytest.param(test, id=test.name) for test in spec_tests(PAGE.read_text("utf-8"))]
SPECS = Path(__file__).parents[1] / "specs"
CROSSINGS = [*sorted(SPECS.glob("crossings-*.md")), SPECS / "editor-plugin.md", SPECS / "event-handlers.md"]


@pytest.mark.realbuild
@pytest.mark.parametrize("test", TESTS)
@pytest.mark.usefixtures("checker")
def test_inferred(test: SpecTest, tmp_path: Path) -> None:
    [stage] = test.stages
    _write(stage.texts(), tmp_path)
    with open_workspace(tmp_path.as_posix(), options=Options(types="auto"), jobs=1, cache=False) as workspace:
        snapshot = workspace.snapshot()
        found = list(expect.mismatches(stage, snapshot))
        wrong = [f"{PAGE}:{stage.files[one.path].line + one.line - 1}: {one.message}" for one in found]
        assert not wrong, "\n" + "\n".join(wrong)
        assert not snapshot.degraded
        assert {finding.types for finding in snapshot.findings} <= {"inferred"}


@pytest.mark.parametrize("test", TESTS)
def test_our_own_reading_says_nothing(test: SpecTest) -> None:
    [stage] = test.stages
    assert not memory_workspace(MemoryFileSystem(stage.texts())).snapshot().findings


@pytest.mark.realbuild
@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in CROSSINGS])
@pytest.mark.usefixtures("checker")
def test_nothing_is_lost(page: Path, tmp_path: Path) -> None:
    """With a checker, what our own reading finds is found as well."""
    for number, test in enumerate(spec_tests(page.read_text("utf-8"))):
        texts = test.stages[-1].texts()
        root = tmp_path / str(number)
        _write(texts, root)
        declared = _places(memory_workspace(MemoryFileSystem(texts)).snapshot())
        with open_workspace(root.as_posix(), options=Options(types="auto"), jobs=1, cache=False) as workspace:
            assert not declared - _places(workspace.snapshot()), test.name


def _places(snapshot: Snapshot) -> Counter[tuple[str, int, str]]:
    return Counter((snapshot.program.modules[f.module], f.start, f.rule) for f in snapshot.findings)


def _write(texts: dict[str, str], root: Path) -> None:
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
