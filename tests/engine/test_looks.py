"""What rules keep by module: a look at one reads nothing of the others, or it would be kept when they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

import pytest
from msgspec.structs import replace

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.model.program import Program
from boundary_lsp.rules.outline import Outline
from boundary_lsp.rules.registry import RULES, run_rules
from tests.engine.edits import PASSED_ON, corpus_program

_Row = TypeVar("_Row")
_EVERY_RULE = frozenset(rule.id for rule in RULES)


class Only(Sequence[_Row]):
    """Rows of which one may be read."""

    def __init__(self, rows: Sequence[_Row], module: int) -> None:
        self._rows = rows
        self._module = module

    @overload
    def __getitem__(self, index: int) -> _Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Row]: ...
    def __getitem__(self, index: int | slice) -> _Row | Sequence[_Row]:
        assert index == self._module
        return self._rows[index]

    def __iter__(self) -> Iterator[_Row]:
        raise AssertionError("a look goes through all modules")

    def __len__(self) -> int:
        return len(self._rows)


@pytest.mark.parametrize("name", ["like-button", "next-shop", "passed-on"])
def test_a_look_at_a_module_reads_no_other(name: str) -> None:
    files = MemoryFileSystem(PASSED_ON if name == "passed-on" else corpus_program(name))
    snapshot = memory_workspace(files, Options()).snapshot()
    outline = Outline(snapshot.program, snapshot.names.importers)
    run_rules(snapshot.program, snapshot.wire, outline, _EVERY_RULE)
    assert outline.tables.looks
    for look in outline.tables.looks:
        for module in range(len(snapshot.program.modules)):
            tuple(look(_only(snapshot.program, module), module))


def _only(program: Program, module: int) -> Program:
    links = program.links
    return replace(
        program,
        facts=Only(program.facts, module),
        directives=Only(program.directives, module),
        layer_bits=Only(program.layer_bits, module),
        entry_bits=Only(program.entry_bits, module),
        reached=Only(program.reached, module),
        links=replace(links, server=Only(links.server, module), client=Only(links.client, module)),
        server_functions=(),
        doors=(),
        client_modules=(),
    )
