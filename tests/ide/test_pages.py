"""What an editor is answered is what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ide.pages import answer, ide_tests, program
from tests.support.spec import SpecTest

TESTS = [
    pytest.param(test, id=f"{page.stem}/{test.name}")
    for page in sorted(Path(__file__).parent.glob("*.md"))
    for test in ide_tests(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("test", TESTS)
def test_an_editor_asks(test: SpecTest) -> None:
    found = program(test)
    fences = test.stages[0].expectations
    assert fences
    wrong = {f"line {fence.line}": said for fence in fences if (said := answer(found, fence)) != fence.text}
    assert wrong == {}
