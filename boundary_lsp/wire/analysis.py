"""Everything that crosses, judged: the one way through the wire's rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from boundary_lsp.model.crossings import NO_COMPONENT, Crossing, CrossingKind
from boundary_lsp.model.judgements import JudgedValue, RenderedComponent, Wire
from boundary_lsp.model.program import Program
from boundary_lsp.ports import TypeOracle
from boundary_lsp.wire.crossings import crossings, handler_crossings
from boundary_lsp.wire.items import Item, ValuesOf, items_of
from boundary_lsp.wire.judging import Judging
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.net import Net
from boundary_lsp.wire.signatures import Signatures

_FAILED = "a value that could not be judged"


def analyse(program: Program, values: ValuesOf, oracle: TypeOracle | None = None, props: bool = False) -> Wire:
    """`values`: a module's values, on demand. `oracle`: asked about what our own reading does not tell. `props`: say
    what rendered components declare, which is read for nothing else."""
    net = Net()
    known = Known(program, values, oracle, net)
    found = [*crossings(program), *handler_crossings(program, values)]
    items = [item for one in found for item in net.over((one.module, one.start), [], _items, program, one, values)]
    items = known.prepare(items)
    signatures = Signatures(known)
    judging = Judging(program, known, signatures)
    judged = list(_judged(net, judging, items, found))
    troubled = [one for one in judged if one.troubles]
    troubled.sort(key=lambda one: (one.crossing.module, one.start, one.name))
    lost = sorted(set(net.lost), key=msgspec.structs.astuple)
    return Wire(
        tuple(found),
        tuple(troubled),
        signatures.all,
        tuple(_components(known, found)) if props else (),
        len(judged),
        dict(sorted({**judging.unknown, **({_FAILED: len(lost)} if lost else {})}.items())),
        tuple(lost),
        known.trouble,
    )


def _components(known: Known, found: Sequence[Crossing]) -> Iterator[RenderedComponent]:
    places = {one.component for one in found if one.kind is CrossingKind.PROPS and one.component != NO_COMPONENT}
    for place in sorted(places):
        yield RenderedComponent(*place, known.props(place))


def _items(program: Program, crossing: Crossing, values: ValuesOf) -> list[Item]:
    return list(items_of(program, crossing, values))


def _judged(net: Net, judging: Judging, items: Sequence[Item], found: Sequence[Crossing]) -> Iterator[JudgedValue]:
    for item in items:
        judged = net.over((item.crossing.module, item.start), None, judging.item, item)
        if judged is not None:
            yield judged
    for one in found:
        if one.kind is CrossingKind.RESULT:
            judged = net.over((one.module, one.start), None, judging.result, one)
            if judged is not None:
                yield judged
