"""What a directive of a module speaks for, in a language where everything can be imported."""

from __future__ import annotations

import pytest

from boundary_lsp.graph.functions import functions_in
from boundary_lsp.syntax.front_end import facts_of

MODULE = '''"""use server"""
from store import load
import prices

LIMIT = prices.limit()
shorten = lambda text: text[:LIMIT]

async def like(post): ...
def _check(post): ...

class Post: ...
'''


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param(MODULE, ["shorten", "like"], id="its own functions"),
        pytest.param(MODULE + "__all__ = ['load', 'like']\n", ["load", "like"], id="what it lists"),
        pytest.param(MODULE.replace("use server", "Likes."), [], id="none without a directive"),
        pytest.param("from likes import *\n\ndef f():\n  'use server'\n", ["f"], id="functions with their own"),
    ],
)
def test_server_functions_of_a_module(source: str, names: list[str]) -> None:
    assert [seed.name for seed in functions_in(0, "likes.py", facts_of("likes.py", source.encode()))] == names
