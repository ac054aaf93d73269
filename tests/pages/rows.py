"""Rows of the report for as many endpoints as one likes, of every kind in turn."""

from __future__ import annotations

from itertools import cycle, islice

from boundary_lsp.model.endpoints_page import KEEP, Chain, LastChange, Place, Row, Use
from boundary_lsp.model.program import Liveness, Publication
from boundary_lsp.reports.endpoint_words import STATES, callers_text

_RANKS = {Liveness.IN_PROCESS: 0, Liveness.UNUSED: 1, Liveness.UNREACHED: 1, Liveness.TEST_ONLY: 3}


def many_rows(number: int) -> list[Row]:
    return [_row(index, liveness) for index, liveness in enumerate(islice(cycle(Liveness), number))]


def _row(index: int, liveness: Liveness) -> Row:
    path = f"app/area-{index % 40}/section-{index % 7}/actions-{index // 5}.ts"
    name = f"updateThing{index}Action"
    sides = ["network"] * (index % 4)
    uses = [
        Use(Place(f"components/part-{index}-{n}.tsx", 10 + n, 3, "over the network: Part calls it"), "Part", side, [])
        for n, side in enumerate(sides)
    ]
    return Row(
        id=f"{path}#{name}",
        anchor=f"{path}~{name}",
        name=name,
        path=path,
        line=index % 90 + 1,
        folder=path.rpartition("/")[0],
        liveness=liveness,
        published=Publication.NO if liveness is Liveness.TEST_ONLY else Publication.YES,
        rank=_RANKS.get(liveness, KEEP),
        mark="",
        why=STATES[liveness].meaning,
        exposure="Anyone can call it with a POST request, because app/page.tsx imports this module.",
        publishing=[Place("app/page.tsx", 3, 24, "this import publishes every function of the module")],
        publishing_way=[],
        advice=["Delete it."] if liveness in _RANKS else [],
        twins=[],
        takes_arguments=index % 3 > 0,
        callers=len(uses),
        callers_text=callers_text(sides),
        uses=uses,
        more_uses=0,
        chains=[Chain(use.place.path, ["app/page.tsx", f"(browser) {use.place.path}"]) for use in uses],
        more_chains=len(uses),
        applications=[],
        signature=f"(id: string, options: {{ force: boolean; reason{index}: string }}) => Promise<{{ ok: boolean }}>",
        troubles=[],
        changed=LastChange(
            f"2026-{index % 12 + 1:02}-{index % 28 + 1:02}", "0123456789", "A. Person", f"change {index}"
        ),
    )
