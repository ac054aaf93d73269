"""Everything that crosses, judged: the one way through the wire's rooms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import msgspec

from boundary_lsp.graph.names import Names
from boundary_lsp.model.crossings import NO_COMPONENT
from boundary_lsp.model.judgements import Lost, RenderedComponent, Wire
from boundary_lsp.model.program import Program
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.ports import TypeOracle
from boundary_lsp.wire.asking import Asking
from boundary_lsp.wire.items import ValuesOf
from boundary_lsp.wire.kept import NOBODY, Kept, Parts, Stale, all_stale, comparable, stale_after
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.looked import Looked
from boundary_lsp.wire.reading import Reader
from boundary_lsp.wire.renewing import Rooms, renewed_parts
from boundary_lsp.wire.sites import SiteFinder

_FAILED = "a value that could not be judged"


class Analysis(NamedTuple):
    wire: Wire
    kept: Kept
    """For the next one."""


def analyse(
    names: Names,
    values: ValuesOf,
    oracle: TypeOracle | None = None,
    props: bool = False,
    before: Kept | None = None,
    edited: Collection[int] | None = None,
) -> Analysis:
    """`names`: of the program. `values`: a module's values, on demand. `oracle`: asked about what our own reading does
    not tell. `props`: say what rendered components declare, which is read for nothing else. `before`: kept from an
    earlier analysis; what comes out is the same without it. `edited`: modules whose text may differ since then; None
    for all."""
    program = names.program
    before = comparable(before, program)
    read, looked, asking = _Values(values), Looked(), Asking(oracle)
    known = Known(program, read.of, looked)
    finder, reader = SiteFinder(program, read.of, looked), Reader(program, read.of, known, looked)
    rooms = Rooms(finder, reader, asking, known, looked)
    held, looking = (before.parts, before.looking) if before is not None else (Parts(), NOBODY)
    parts, renewed = renewed_parts(program, rooms, held, _stale(before, names, read, edited))
    rendered = tuple(_components(known, parts)) if props else ()
    kept = Kept(program, read, parts, looking.after(held, parts, renewed))
    return Analysis(_wire(parts, rendered, asking.trouble), kept)


def _stale(before: Kept | None, names: Names, read: _Values, edited: Collection[int] | None) -> Stale:
    if before is None:
        return all_stale(names.program)
    return stale_after(before, names.program, read.revalued(before, names.program, edited), names.importers)


class _Values(dict[int, ModuleValues]):
    """Those that were asked for."""

    def __init__(self, values: ValuesOf) -> None:
        super().__init__()
        self._values = values

    def revalued(self, before: Kept, program: Program, edited: Collection[int] | None) -> list[int]:
        """Take over what was read of modules that are not edited; which of the others differ in nothing else. Where the
        facts differ, nothing that was found out with the values holds either, and they may be needed no more."""
        self.update(before.values)
        stale = before.values.keys() & (before.values if edited is None else edited)
        for module in stale:
            del self[module]
        same = [module for module in stale if program.facts[module] == before.program.facts[module]]
        return [module for module in same if self.of(module) != before.values[module]]

    def of(self, module: int) -> ModuleValues:
        if module not in self:
            self[module] = self._values(module)
        return self[module]


def _components(known: Known, parts: Parts) -> Iterator[RenderedComponent]:
    found = chain.from_iterable(one.renders for one in parts.crossed.sites.values())
    places = {one.component for one in found if one.component != NO_COMPONENT}
    for place in sorted(places):
        yield RenderedComponent(*place, known.props(place))


_troubled, _lost, _lost_reading = attrgetter("troubled"), attrgetter("lost"), attrgetter("reading.lost")
_unknown, _values, _misfits = attrgetter("unknown"), attrgetter("values"), attrgetter("evidence.reading.misfits")


def _wire(parts: Parts, components: tuple[RenderedComponent, ...], trouble: str) -> Wire:
    judged, lost = parts.judgements.values(), _all_lost(parts)
    unknown: Counter[str] = Counter({_FAILED: len(lost)} if lost else {})
    for one in filter(None, map(_unknown, judged)):
        unknown.update(one)
    return Wire(
        tuple(chain.from_iterable(map(_troubled, judged))),
        parts.functions.signatures,
        components,
        sum(map(_values, judged)),
        dict(sorted(unknown.items())),
        lost,
        tuple(chain.from_iterable(map(_misfits, judged))),
        trouble,
    )


def _all_lost(parts: Parts) -> tuple[Lost, ...]:
    judged, read = map(_lost, parts.judgements.values()), map(_lost_reading, parts.functions.seen.values())
    every = set(chain.from_iterable(chain(judged, read)))
    return tuple(sorted(every, key=msgspec.structs.astuple))
