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
from boundary_lsp.model.project import Environment
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion
from boundary_lsp.wire.asking import Asking
from boundary_lsp.wire.crossings import by_module, function_crossings, in_order
from boundary_lsp.wire.items import ValuesOf
from boundary_lsp.wire.judged import Evidence, Judge, ModuleJudgement
from boundary_lsp.wire.kept import Kept, Parts, comparable, key_of, what_holds
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.reading import Given, ModuleReading, Reader
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
    edited: Collection[int] | None = None,
) -> Analysis:
    """`values`: a module's values, on demand. `oracle`: asked about what our own reading does not tell. `props`: say
    what rendered components declare, which is read for nothing else. `before`: kept from an earlier analysis; what
    comes out is the same without it. `edited`: modules whose text may differ since then; None for all."""
    before = comparable(before, program)
    read = _Values(values)
    holding = what_holds(before, program, read.revalued(before, program, edited) if before is not None else ())
    looked, asking = Looked(), Asking(oracle)
    known = Known(program, read.of, looked)
    reader = Reader(program, read.of, known, looked)
    sites = _sites(program, SiteFinder(program, read.of, looked), holding)
    crossings = function_crossings(program, holding.crossings)
    readings = dict(_readings(reader, sites, by_module(chain.from_iterable(crossings)), holding))
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
    parts = Parts(sites, judged, dict(zip(keys, functions, strict=True)), dict(enumerate(crossings)))
    return Analysis(wire, Kept(program, read, parts))


class _Values(dict[int, ModuleValues]):
    """Those that were asked for."""

    def __init__(self, values: ValuesOf) -> None:
        super().__init__()
        self._values = values

    def revalued(self, before: Kept, program: Program, edited: Collection[int] | None) -> list[int]:
        """Take over what was read of modules that are not edited; which of the others differ in nothing else. Where the
        facts differ, nothing that was found out with the values holds either, and they may be needed no more."""
        self.update(before.values)
        stale = [module for module in (before.values if edited is None else edited) if module in before.values]
        for module in stale:
            del self[module]
        same = [module for module in stale if program.facts[module] == before.program.facts[module]]
        return [module for module in same if self.of(module) != before.values[module]]

    def of(self, module: int) -> ModuleValues:
        if module not in self:
            self[module] = self._values(module)
        return self[module]


def _sites(program: Program, finder: SiteFinder, holding: Parts) -> Mapping[int, Sites]:
    server = program.environment_bits(Environment.SERVER)
    missing = [m for m, bits in enumerate(program.layer_bits) if bits & server and m not in holding.sites]
    return {**holding.sites, **{module: finder.sites(module) for module in missing}}


def _readings(
    reader: Reader, sites: Mapping[int, Sites], of_functions: Mapping[int, tuple[Crossing, ...]], holding: Parts
) -> Iterator[tuple[int, ModuleReading]]:
    """Of the modules in which something crosses, in their order."""
    for module in sorted({*of_functions, *(m for m, one in sites.items() if one.renders or one.handlers)}):
        given = (sites.get(module, NO_SITES), of_functions.get(module, ()))
        kept = holding.modules.get(module)
        yield module, _reading(reader, module, given, kept.evidence.reading if kept is not None else None)


def _reading(reader: Reader, module: int, given: Given, kept: ModuleReading | None) -> ModuleReading:
    if kept is not None and kept.given == given:
        return kept
    own, of_functions = given
    crossings = (*in_order((*own.renders, *of_functions)), *own.handlers)
    if kept is not None and kept.crossings == crossings:
        return kept._replace(given=given)
    return reader.module(module, crossings)._replace(given=given)


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
    questions = [one.question for one in reading.values]
    inferred = (
        tuple([types.get(one) if one is not None else None for one in questions]) if types else (None,) * len(questions)
    )
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
        tuple(one for module in judged for one in module.evidence.reading.misfits),
        trouble,
    )
