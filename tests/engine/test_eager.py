"""Workers are started while folders are being listed, and only for programs that need them."""

from __future__ import annotations

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.engine.eager import MANY, CountingFiles


@pytest.mark.parametrize(("number", "told"), [(1, 0), (MANY - 1, 0), (MANY, 1), (3 * MANY, 1)])
def test_it_tells_once_and_only_of_many(number: int, told: int) -> None:
    calls: list[None] = []
    files = CountingFiles(MemoryFileSystem({f"{n % 3}/{n}.ts": "x" for n in range(number)}), lambda: calls.append(None))
    for entry in files.entries(""):
        assert entry.is_directory
        files.entries(entry.name)
    assert len(calls) == told
    assert files.read("0/0.ts") == b"x"
    assert files.stamp("0/0.ts") is not None
    assert files.is_file("0/0.ts")
    assert files.is_directory("0")
    assert files.read_head("0/0.ts", 0) == b""
