"""What the fixes make of a program is what the page says: the second stage, and nothing where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.fixing import fixed
from tests.support.spec import SpecTest, spec_tests

TESTS = [
    pytest.param(test, id=f"{page.stem}/{test.name}")
    for page in sorted(Path(__file__).parent.glob("*.md"))
    for test in spec_tests(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("test", TESTS)
def test_a_program_is_fixed(test: SpecTest) -> None:
    before, after = test.stages[0].texts(), test.stages[-1].texts()
    now = fixed(before)
    assert now == after
    assert fixed(now) == now
