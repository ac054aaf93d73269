"""Endpoints as rows of the report, with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.publication import BY_PAGE
from boundary_lsp.model.endpoints_page import LastChange, Place, Row, Use
from boundary_lsp.model.program import Liveness, ServerFunction
from boundary_lsp.ports import FileChange
from boundary_lsp.reports.endpoint_advice import advice, exposure, rank
from boundary_lsp.reports.endpoint_twins import anchor_of, twins_of
from boundary_lsp.reports.endpoint_uses import chains_of, place_of, uses_of, way_to_browser
from boundary_lsp.reports.endpoint_words import STATES, callers_text
from boundary_lsp.reports.places import Places
from boundary_lsp.reports.text_signatures import one_line
from boundary_lsp.rules.endpoints import publishing_steps
from boundary_lsp.wire.arrival import arrival, trouble_of

_MOST_USES = 40
_SHORT_COMMIT = 10


class Rows:
    """Makes rows of one snapshot. `changes` are by path; `marks`, by id, what a comparison says."""

    def __init__(self, snapshot: Snapshot, changes: Mapping[str, FileChange], marks: Mapping[str, str]) -> None:
        self._snapshot = snapshot
        self._program = snapshot.program
        self._places = Places(snapshot)
        self._twins = twins_of(snapshot.program)
        self._changes = changes
        self._marks = marks

    def row(self, number: int) -> Row:
        """Of the server function of that number."""
        function = self._program.server_functions[number]
        path, name = self._places.path(function.module), self._program.function_id(function)
        uses = uses_of(self._snapshot, self._places, function.references)
        sides = [use.side for use in uses]
        found = arrival(self._program, self._snapshot.wire, function)
        publishing_way = self._publishing_way(function)
        chains, more_chains = chains_of(self._snapshot, self._places, function.references)
        return Row(
            id=name,
            anchor=anchor_of(self._program, function),
            name=function.name,
            path=path,
            line=self._places.range(function.module, function.start, function.end).start.line,
            folder=path.rpartition("/")[0],
            liveness=function.liveness,
            published=function.published,
            rank=rank(self._program, function),
            mark=self._marks.get(name, ""),
            why=_why(function, uses),
            exposure=exposure(self._program, function),
            publishing=list(self._publishing(function)),
            publishing_way=publishing_way,
            advice=advice(self._program, function, sides),
            twins=list(self._twins.get(number, ())),
            takes_arguments=bool(found.parameters) or not found.returns,
            callers=sum(side != "types" for side in sides),
            callers_text=callers_text(sides),
            uses=uses[:_MOST_USES],
            more_uses=max(len(uses) - _MOST_USES, 0),
            chains=[chain for chain in chains if not (publishing_way and chain.path == path)],
            more_chains=more_chains,
            applications=list(self._applications(function)),
            signature=one_line(found),
            troubles=[trouble for one in (*found.parameters, found.result) if (trouble := trouble_of(one))],
            changed=_last_change(self._changes.get(path)),
        )

    def _publishing(self, function: ServerFunction) -> Iterator[Place]:
        for step in publishing_steps(self._program, function):
            yield place_of(self._places, step.module, step.start, step.end, step.message)

    def _publishing_way(self, function: ServerFunction) -> list[str]:
        if not function.published_by or function.publication_reason == BY_PAGE:
            return []
        way = way_to_browser(self._snapshot, self._places, function.published_by[-1][0])
        return [*way, self._places.path(function.module)] if way else []

    def _applications(self, function: ServerFunction) -> Iterator[str]:
        names = self._places.application_names()
        if len(names) > 1:
            for index, liveness in sorted(function.by_application.items()):
                yield f"{names[index]}: {STATES[Liveness(liveness)].label.lower()}"


def _why(function: ServerFunction, uses: Sequence[Use]) -> str:
    if function.liveness is Liveness.IN_PROCESS and not uses:
        return "No code refers to it, but the framework itself uses it."
    return STATES[function.liveness].meaning


def _last_change(change: FileChange | None) -> LastChange | None:
    if change is None:
        return None
    return LastChange(change.date, change.commit[:_SHORT_COMMIT], change.author, change.subject)
