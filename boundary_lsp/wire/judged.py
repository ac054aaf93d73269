"""The judgement of all that crosses in one module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.judgements import JudgedValue, Lost
from boundary_lsp.model.program import FunctionKey, Program
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.wire.judging import Judging
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.net import Net
from boundary_lsp.wire.reading import ModuleReading
from boundary_lsp.wire.signatures import SeenFunction


class Evidence(NamedTuple):
    """All that a judgement is made by, but for the modules that are looked at."""

    reading: ModuleReading
    inferred: tuple[WireType | None, ...]
    """By value of the reading: what a checker says."""
    functions: tuple[SeenFunction | None, ...]
    """By crossing: the server function that is called, bound or made."""


class ModuleJudgement(NamedTuple):
    evidence: Evidence
    troubled: tuple[JudgedValue, ...]
    """In the order of the text."""
    values: int
    """How many were judged."""
    unknown: Mapping[str, int]
    """As in `Wire`."""
    looked: frozenset[int]
    lost: tuple[Lost, ...]


class Judge:
    """Judges the modules of one program."""

    def __init__(
        self, program: Program, known: Known, looked: Looked, functions: Mapping[FunctionKey, SeenFunction]
    ) -> None:
        self._program = program
        self._known = known
        self._looked = looked
        self._functions = functions

    def evidence(self, reading: ModuleReading, types: Mapping[TypeQuestion, WireType]) -> Evidence:
        """`types`: what a checker says."""
        inferred = tuple([types.get(one.question) if one.question is not None else None for one in reading.values])
        called = (one.function for one in reading.crossings)
        return Evidence(reading, inferred, tuple([self._functions[one] if one is not None else None for one in called]))

    def module(self, evidence: Evidence) -> ModuleJudgement:
        net = Net()
        judging = Judging(self._program, self._known, self._functions)
        judged, looked = self._looked.during(lambda: list(_judged(judging, evidence, net)))
        troubled = sorted((one for one in judged if one.troubles), key=lambda one: (one.start, one.name))
        reading = evidence.reading
        lost = (*reading.lost, *net.lost)
        return ModuleJudgement(evidence, tuple(troubled), len(judged), judging.unknown, reading.looked | looked, lost)


def _judged(judging: Judging, evidence: Evidence, net: Net) -> Iterator[JudgedValue]:
    reading = evidence.reading
    for read, inferred in zip(reading.values, evidence.inferred, strict=True):
        judged = net.over((read.item.crossing.module, read.item.start), None, judging.value, read, inferred)
        if judged is not None:
            yield judged
    for one in reading.crossings:
        if one.kind is CrossingKind.RESULT:
            judged = net.over((one.module, one.start), None, judging.result, one)
            if judged is not None:
                yield judged
