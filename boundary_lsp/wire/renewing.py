"""The parts of an analysis, table by table: what is stale is found out anew, and all else is taken over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from boundary_lsp.graph.table import mended
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.wire.asking import Asking, answered_otherwise
from boundary_lsp.wire.crossed import Crossed, crossed_after
from boundary_lsp.wire.crossings import in_order
from boundary_lsp.wire.functions import functions_after
from boundary_lsp.wire.judged import Judge, ModuleJudgement
from boundary_lsp.wire.kept import Parts, Renewed, Stale
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.reading import Given, ModuleReading, Reader
from boundary_lsp.wire.sites import SiteFinder

_questions = attrgetter("questions")


class Rooms(NamedTuple):
    """Who finds out what."""

    finder: SiteFinder
    reader: Reader
    asking: Asking
    known: Known
    looked: Looked


def renewed_parts(program: Program, rooms: Rooms, before: Parts, stale: Stale) -> tuple[Parts, Renewed]:
    """`before`: of an earlier analysis; `stale`: what of it does not hold."""
    crossed, touched = crossed_after(program, rooms.finder, before.crossed, stale.sites, stale.crossings)
    again = stale.modules | touched
    readings = mended(before.readings, again, _readings(rooms.reader, crossed, before, stale, again))
    types = rooms.asking.types(chain.from_iterable(map(_questions, readings.values())))
    functions, seen = functions_after(program, rooms.reader, rooms.asking, before.functions, stale.functions)
    told = {program.module_index(one.path) for one in answered_otherwise(before.types, types)}
    again = again.union(crossed.callers(seen), (module for module in told if module is not None))
    judge = Judge(program, rooms.known, rooms.looked, functions.seen)
    judged = _judged(judge, readings, before, stale, sorted(again), types)
    judgements = mended(before.judgements, again, judged)
    return Parts(crossed, functions, readings, types, judgements), Renewed(stale.sites, seen, again)


def _readings(
    reader: Reader, crossed: Crossed, before: Parts, stale: Stale, modules: Iterable[int]
) -> dict[int, ModuleReading]:
    """Of those of these modules in which something crosses."""
    found: dict[int, ModuleReading] = {}
    for module in sorted(modules):
        own, called = given = crossed.given(module)
        if own.renders or own.handlers or called:
            kept = before.readings.get(module) if module not in stale.modules else None
            found[module] = _reading(reader, module, given, kept)
    return found


def _reading(reader: Reader, module: int, given: Given, kept: ModuleReading | None) -> ModuleReading:
    if kept is not None and kept.given == given:
        return kept
    own, of_functions = given
    crossings = (*in_order((*own.renders, *of_functions)), *own.handlers)
    if kept is not None and kept.crossings == crossings:
        return kept._replace(given=given)
    return reader.module(module, crossings)._replace(given=given)


def _judged(
    judge: Judge,
    readings: Mapping[int, ModuleReading],
    before: Parts,
    stale: Stale,
    modules: Iterable[int],
    types: Mapping[TypeQuestion, WireType],
) -> dict[int, ModuleJudgement]:
    found: dict[int, ModuleJudgement] = {}
    for module in modules:
        if module in readings:
            evidence = judge.evidence(readings[module], types)
            kept = before.judgements.get(module) if module not in stale.modules else None
            is_same = kept is not None and kept.evidence == evidence
            found[module] = kept if kept is not None and is_same else judge.module(evidence)
    return found
