"""Our rules and Next's compiler, side by side: the same kinds of errors on the same lines of random modules, with the
same spans, or a difference whose reason is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from .grammar.module import random_module
from .reasons import REASONS, sort_out
from .side_by_side import judge
from .telling import told

MODULES = (*range(2400), 2428, 8997)
"""By number; the last ones show what is rare."""
_SHOWN = 5
"""Kinds of differences; making a module small takes a while."""


@pytest.mark.realbuild
def test_we_say_what_next_says_of_random_modules(next_compiler: Path) -> None:
    judged = judge(next_compiler, [random_module(number) for number in MODULES])
    found = sort_out(judged)
    assert not found.unexplained, "\n".join(told(next_compiler, found.unexplained, most=_SHOWN))
    assert found.used == {reason.why for reason in REASONS}
    assert sum(not one.theirs for one in judged) > len(MODULES) / 5
