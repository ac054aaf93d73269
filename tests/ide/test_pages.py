"""What an editor is told is what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ide.asking import QUESTIONS, answer, asked
from tests.ide.names import NAME_QUESTIONS
from tests.support.spec import SpecTest, spec_tests

ALL = {**QUESTIONS, **NAME_QUESTIONS}
TESTS = [
    pytest.param(test, id=f"{page.stem}/{test.name}")
    for page in sorted(Path(__file__).parent.glob("*.md"))
    for test in spec_tests(page.read_text(encoding="utf-8"), frozenset(ALL))
]


@pytest.mark.parametrize("test", TESTS)
def test_an_answer(test: SpecTest) -> None:
    [stage] = test.stages
    assert stage.expectations
    for fence in stage.expectations:
        assert answer(asked(stage.texts(), fence), ALL) == fence.text
