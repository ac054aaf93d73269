"""Everything that crosses, judged: the one way through the wire's rooms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec

from boundary_lsp.model.crossings import NO_COMPONENT, Crossing, CrossingKind
from boundary_lsp.model.judgements import RenderedComponent, Wire
from boundary_lsp.model.program import Program
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion
from boundary_lsp.wire.asking import Asking
from boundary_lsp.wire.crossings import function_crossings, in_order
from boundary_lsp.wire.items import ValuesOf
from boundary_lsp.wire.judged import Evidence, Judge, ModuleJudgement
from boundary_lsp.wire.kept import Kept, Parts, key_of, what_holds
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.reading import ModuleReading, Reader
from boundary_lsp.wire.signatures import SeenFunction, seen
from boundary_lsp.wire.sites import NO_SITES, SiteFinder, Sites

_FAILED = "a value that could not be judged"


class Analysis(NamedTuple):
    wire: Wire
    kept: Kept
    """For the next one."""


def analyse(
    program: Program,
    values: ValuesOf,
    oracle: TypeOracle | None = None,
    props: bool = False,
    before: Kept | None = None,
) -> Analysis:
    """`values`: a module's values, on demand. `oracle`: asked about what our own reading does not tell. `props`: say
    what rendered components declare, which is read for nothing else. `before`: kept from an earlier analysis; what
    comes out is the same without it."""
    read = _Values(values)
    holding = what_holds(before, program, read.of)
    looked, asking = Looked(), Asking(oracle)
    known = Known(program, read.of, looked)
    reader = Reader(program, read.of, known, looked)
    sites = dict(_sites(program, SiteFinder(program, read.of, looked), holding))
    readings = dict(_readings(program, reader, sites, holding))
    types = asking.types(one.question for r in readings.values() for one in r.values if one.question is not None)
    functions = _functions(program, reader, asking, holding)
    judge = Judge(program, known, looked, functions)
    judged = {
        module: _judged(judge, Evidence(reading, *_told(reading, types, functions)), holding.modules.get(module))
        for module, reading in readings.items()
    }
    found = _in_order(readings.values())
    rendered = tuple(_components(known, found)) if props else ()
    wire = _wire(found, judged.values(), functions, rendered, asking.trouble)
    keys = map(key_of, program.server_functions)
    return Analysis(wire, Kept(program, read, Parts(sites, judged, dict(zip(keys, functions, strict=True)))))


class _Values(dict[int, ModuleValues]):
    """Those that were asked for."""

    def __init__(self, values: ValuesOf) -> None:
        super().__init__()
        self._values = values

    def of(self, module: int) -> ModuleValues:
        if module not in self:
            self[module] = self._values(module)
        return self[module]


def _sites(program: Program, finder: SiteFinder, holding: Parts) -> Iterator[tuple[int, Sites]]:
    for module, reached in enumerate(program.reached):
        if finder.is_on_server(module):
            kept = holding.sites.get(module)
            yield module, kept if kept is not None and kept.reached == reached else finder.sites(module)


def _readings(
    program: Program, reader: Reader, sites: Mapping[int, Sites], holding: Parts
) -> Iterator[tuple[int, ModuleReading]]:
    """Of the modules in which something crosses, in their order."""
    of_functions = function_crossings(program)
    for module in sorted({*of_functions, *(m for m, one in sites.items() if one.renders or one.handlers)}):
        own = sites.get(module, NO_SITES)
        crossings = (*in_order((*own.renders, *of_functions.get(module, ()))), *own.handlers)
        kept = holding.modules.get(module)
        is_kept = kept is not None and kept.evidence.reading.crossings == crossings
        yield module, kept.evidence.reading if kept is not None and is_kept else reader.module(module, crossings)


def _functions(program: Program, reader: Reader, asking: Asking, holding: Parts) -> list[SeenFunction]:
    """By index into the program's."""
    before = [holding.functions.get(key_of(one)) for one in program.server_functions]
    readings = [one.reading if one is not None else reader.function(number) for number, one in enumerate(before)]
    told = asking.signatures(one.question for one in readings if one.question is not None)
    inferred = [told.get(one.question) if one.question is not None else None for one in readings]
    return [
        kept if kept is not None and kept.inferred == signature else seen(reading, signature)
        for kept, reading, signature in zip(before, readings, inferred, strict=True)
    ]


def _told(
    reading: ModuleReading, types: Mapping[TypeQuestion, WireType], functions: Sequence[SeenFunction]
) -> tuple[tuple[WireType | None, ...], tuple[SeenFunction | None, ...]]:
    inferred = tuple([types.get(one.question) if one.question is not None else None for one in reading.values])
    called = tuple([functions[one.function] if one.function >= 0 else None for one in reading.crossings])
    return inferred, called


def _judged(judge: Judge, evidence: Evidence, kept: ModuleJudgement | None) -> ModuleJudgement:
    return kept if kept is not None and kept.evidence == evidence else judge.module(evidence)


def _in_order(readings: Iterable[ModuleReading]) -> tuple[Crossing, ...]:
    """By module and position, handlers behind all others."""
    every = [one for reading in readings for one in reading.crossings]
    return tuple(sorted(every, key=lambda one: one.kind is CrossingKind.HANDLER))


def _components(known: Known, found: Sequence[Crossing]) -> Iterator[RenderedComponent]:
    places = {one.component for one in found if one.kind is CrossingKind.PROPS and one.component != NO_COMPONENT}
    for place in sorted(places):
        yield RenderedComponent(*place, known.props(place))


def _wire(
    found: tuple[Crossing, ...],
    judged: Collection[ModuleJudgement],
    functions: Sequence[SeenFunction],
    components: tuple[RenderedComponent, ...],
    trouble: str,
) -> Wire:
    everywhere = chain((one.lost for one in judged), (one.reading.lost for one in functions))
    lost = tuple(sorted(set(chain.from_iterable(everywhere)), key=msgspec.structs.astuple))
    unknown: Counter[str] = Counter({_FAILED: len(lost)} if lost else {})
    for one in judged:
        unknown.update(one.unknown)
    signatures = {number: one.signature for number, one in enumerate(functions) if one.signature is not None}
    return Wire(
        found,
        tuple(value for one in judged for value in one.troubled),
        signatures,
        components,
        sum(one.values for one in judged),
        dict(sorted(unknown.items())),
        lost,
        trouble,
    )
