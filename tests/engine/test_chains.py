"""Chains that are searched from their ends are those that a search from all entry points comes to."""

from __future__ import annotations

import gc
import weakref
from collections import deque
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.graph.paths import Chains, Node
from boundary_lsp.model.program import Program
from tests.engine.edits import PASSED_ON, corpus_program, synthetic_program

Step = tuple[int, int, int]
"""(module, layer, import)."""


@pytest.mark.parametrize("certain", [False, True])
@pytest.mark.parametrize("name", ["passed-on", "like-button", "next-shop", "synthetic"])
def test_both_ways(name: str, certain: bool, tmp_path: Path) -> None:
    snapshot = memory_workspace(MemoryFileSystem(_texts(name, tmp_path)), Options(types="off")).snapshot()
    program = snapshot.program
    chains = Chains(program, snapshot.names.importers, certain=certain)
    expected = _from_entry_points(program, chains)
    assert expected
    for module, bits in enumerate(program.layer_bits):
        for layer in program.layers_of(bits):
            found = [(step.module, step.layer, step.imported) for step in chains.in_layer(module, layer.index)]
            assert found == expected.get((module, layer.index), [])


def test_names_end_when_nobody_has_them_any_more() -> None:
    """At once, and not with the next search for garbage: each edit makes new ones, with a whole program."""
    names = memory_workspace(MemoryFileSystem(corpus_program("like-button")), Options(types="off")).snapshot().names
    assert names.chains.to(0)
    ended = weakref.ref(names)
    gc.disable()
    try:
        del names
        assert ended() is None
    finally:
        gc.enable()


def _texts(name: str, folder: Path) -> dict[str, str]:
    if name == "synthetic":
        return synthetic_program(folder, 80)
    return PASSED_ON if name == "passed-on" else corpus_program(name)


def _from_entry_points(program: Program, chains: Chains) -> dict[Node, list[Step]]:
    found: dict[Node, list[Step]] = {}
    for module, bits in enumerate(program.entry_bits):
        for layer in program.layers_of(bits):
            behind = layer.doors.get(program.directives[module] or "", layer.index)
            found.setdefault((module, behind), [(module, behind, -1)])
    pending = deque(found)
    while pending:
        node = pending.popleft()
        for imported, *target, _ in chains.imports(node):
            step = (target[0], target[1])
            if step not in found:
                found[step] = [*found[node], (*step, imported)]
                pending.append(step)
    return found
