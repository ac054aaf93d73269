from __future__ import annotations

import pytest

from boundary_lsp.wire.contracts.file import contract_text
from boundary_lsp.wire.contracts.parse import parse_contract
from tests.contracts.pages import FOLDER, Pair, Program, contract_of_files, pairs, programs, said, said_of

VARIANCE = FOLDER / "variance.md"
PROGRAMS = [one for page in sorted(FOLDER.glob("*.md")) if page != VARIANCE for one in programs(page)]


@pytest.mark.parametrize("pair", list(pairs(VARIANCE)), ids=lambda pair: f"{pair.place}-{pair.line}")
def test_a_pair_of_types(pair: Pair) -> None:
    assert said_of(pair) == pair.expected, f"variance.md:{pair.line}"


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.title)
def test_a_program(program: Program) -> None:
    old = contract_of_files(program.before)
    text = contract_text(old)
    assert parse_contract(text.encode()) == old
    assert program.contract in text, text
    if program.expected is not None:
        assert said(old, contract_of_files(program.after)) == program.expected
