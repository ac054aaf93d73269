"""Pages of contracts.

`variance.md` has pairs of types: a line `old  to  new`, and beneath it, indented, what is said of the change. The
language of the fence says what has the type: `parameters` (a list in brackets), `result` or `props`.

On all other pages a heading is a program. Its fences are files; with `stage=2` after the language, files of the next
version (`delete` removes one). A fence `contract` is a part of the contract of the first version as it is written, a
fence `changes` what `boundary contract check` says of the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.model.contract import Contract, EndpointContract
from boundary_lsp.model.type_expressions import TupleType
from boundary_lsp.reports.contract import message_of
from boundary_lsp.syntax.type_text import read_types
from boundary_lsp.wire.contracts.compare import changes
from boundary_lsp.wire.contracts.make import contract_from, contract_of
from boundary_lsp.wire.contracts.reading import parameters_of, type_of
from tests.support.markdown import Section, sections
from tests.support.spec import DEFAULT_MANIFEST, DEFAULT_TSCONFIG

FOLDER = Path(__file__).parent
_PAIRS = ("parameters", "result", "props")


class Pair(NamedTuple):
    place: str
    old: str
    new: str
    expected: list[str]
    line: int


class Program(NamedTuple):
    title: str
    before: dict[str, str]
    after: dict[str, str]
    contract: str
    expected: list[str] | None


def pairs(page: Path) -> Iterator[Pair]:
    for section in _sections(page):
        for fence in section.fences:
            found: Pair | None = None
            for number, text in enumerate(fence.text.splitlines(), fence.line):
                if not text.startswith(" "):
                    if found is not None:
                        yield found
                    old, _, new = text.partition("  to  ")
                    assert fence.language in _PAIRS and new, f"line {number}: `old  to  new` is wanted"
                    found = Pair(fence.language, old, new, [], number)
                elif found is not None:
                    found.expected.append(text.strip())
            if found is not None:
                yield found


def programs(page: Path) -> Iterator[Program]:
    for section in _sections(page):
        if section.fences:
            yield _program(section)


def said_of(pair: Pair) -> list[str]:
    return said(_contract(pair.place, pair.old), _contract(pair.place, pair.new), subject=False)


def said(old: Contract, new: Contract, *, subject: bool = True) -> list[str]:
    return [f"{f'{one.id}: ' if subject else ''}{one.effect}: {message_of(one)}" for one in changes(old, new)]


def contract_of_files(files: dict[str, str]) -> Contract:
    given = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG, **files}
    snapshot = memory_workspace(MemoryFileSystem(given), Options(select=frozenset(), props=True)).snapshot()
    return contract_of(snapshot.program, snapshot.wire)


def _contract(place: str, text: str) -> Contract:
    [expression] = read_types([text])
    if place == "parameters":
        assert isinstance(expression, TupleType)
        return contract_from(
            {"x": EndpointContract(parameters_of(expression, ()), type_of(read_types(["void"])[0], ()))}, {}
        )
    if place == "result":
        return contract_from({"x": EndpointContract((), type_of(expression, ()))}, {})
    return contract_from({}, {"x": type_of(expression, ())})


def _sections(page: Path) -> Iterator[Section]:
    for top in sections(page.read_text("utf-8")):
        yield from top.all()


def _program(section: Section) -> Program:
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    contract, expected = "", None
    for fence in section.fences:
        if fence.language == "contract":
            contract = fence.text
        elif fence.language == "changes":
            expected = fence.text.splitlines()
        elif fence.option("stage") == "2":
            after[fence.name] = "" if "delete" in fence.options else fence.text
        else:
            before[fence.name] = fence.text
    later = {path: text for path, text in {**before, **after}.items() if text}
    return Program(section.title, before, later, contract, expected)
