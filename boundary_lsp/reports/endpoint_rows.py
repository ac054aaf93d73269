"""Endpoints as rows of the report, with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.endpoints_page import Chain, LastChange, Place, Row, Use
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Reference, Role, ServerFunction, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.ports import FileChange
from boundary_lsp.reports.endpoint_advice import advice, exposure, rank
from boundary_lsp.reports.endpoint_words import STATES, called_from, callers_text, use_text
from boundary_lsp.reports.places import Places
from boundary_lsp.reports.text_signatures import one_line
from boundary_lsp.rules.endpoints import publishing_steps
from boundary_lsp.wire.arrival import arrival, trouble_of

_MOST_USES = 40
_MOST_CHAINS = 8
_SHORT_COMMIT = 10
_SIDES = {
    Transfer.NETWORK: "network",
    Transfer.IN_PROCESS: "server",
    Transfer.UNKNOWN: "unknown",
    Transfer.UNREACHED: "dead",
    Transfer.ERASED: "types",
}
"""The strongest first."""


class Rows:
    """Makes rows of one snapshot. `changes` are by path; `marks`, by id, what a comparison says."""

    def __init__(self, snapshot: Snapshot, changes: Mapping[str, FileChange], marks: Mapping[str, str]) -> None:
        self._snapshot = snapshot
        self._program = snapshot.program
        self._places = Places(snapshot)
        self._changes = changes
        self._marks = marks

    def row(self, number: int) -> Row:
        """Of the server function of that number."""
        function = self._program.server_functions[number]
        path, name = self._places.path(function.module), self._program.function_id(function)
        uses = [reference for reference in function.references if not reference.is_specifier]
        sides = [self._side(use) for use in uses]
        found = arrival(self._program, self._snapshot.wire, number)
        return Row(
            id=name,
            anchor=f"{path}~{function.name}",
            name=function.name,
            path=path,
            line=self._places.range(function.module, function.start, function.end).start.line,
            folder=path.rpartition("/")[0],
            liveness=function.liveness,
            published=function.published,
            rank=rank(self._program, function),
            mark=self._marks.get(name, ""),
            why=STATES[function.liveness].meaning,
            used=called_from(sides),
            exposure=exposure(self._program, function),
            publishing=list(self._publishing(function)),
            advice=advice(self._program, function),
            callers=sum(side != "types" for side in sides),
            callers_text=callers_text(sides),
            uses=[self._use(*pair) for pair in _in_order(uses, sides)[:_MOST_USES]],
            more_uses=max(len(uses) - _MOST_USES, 0),
            chains=list(self._chains(uses)),
            applications=list(self._applications(function)),
            signature=one_line(found),
            troubles=[trouble for one in (*found.parameters, found.result) if (trouble := trouble_of(one))],
            changed=_last_change(self._changes.get(path)),
        )

    def _side(self, use: Reference) -> str:
        transfers = {moved.transfer for moved in use.transfers}
        side = next((side for transfer, side in _SIDES.items() if transfer in transfers), "unknown")
        is_test = self._program.roles[use.module] in (Role.TEST, Role.STORY)
        return "types" if use.kind is SiteKind.TYPE else "tests" if is_test and side == "dead" else side

    def _use(self, use: Reference, side: str) -> Use:
        declarations = self._program.facts[use.module].interface.declarations
        within = declarations[use.declaration].name if 0 <= use.declaration < len(declarations) else ""
        return Use(
            self._place(use.module, use.start, use.end, use_text(use.kind, side, within)), side, list(use.through)
        )

    def _publishing(self, function: ServerFunction) -> Iterator[Place]:
        for step in publishing_steps(self._program, function):
            yield self._place(step.module, step.start, step.end, step.message)

    def _place(self, module: int, start: int, end: int, text: str) -> Place:
        at = self._places.range(module, start, end).start
        return Place(self._places.path(module), at.line, at.column, text)

    def _chains(self, uses: Iterable[Reference]) -> Iterator[Chain]:
        """Of the modules with uses; tests are started by nobody here."""
        modules = {use.module: _layer(use) for use in uses if use.kind is not SiteKind.TYPE}
        for module in sorted(modules)[:_MOST_CHAINS]:
            if self._program.roles[module] not in (Role.TEST, Role.STORY):
                yield Chain(self._places.path(module), self._steps(module, modules[module]))

    def _steps(self, module: int, layer: int) -> list[str]:
        chains, layers = self._snapshot.names.chains, self._program.layers
        chain = chains.in_layer(module, layer) if layer >= 0 else chains.to(module)
        steps, environment = [], Environment.SERVER
        for step in chain:
            now = layers[step.layer].environment
            begins = now is Environment.CLIENT and environment is not now
            steps.append(f"{'(browser) ' if begins else ''}{self._places.path(step.module)}")
            environment = now
        return steps

    def _applications(self, function: ServerFunction) -> Iterator[str]:
        names = self._places.application_names()
        if len(names) > 1:
            for index, liveness in sorted(function.by_application.items()):
                yield f"{names[index]}: {STATES[Liveness(liveness)].label.lower()}"


def _in_order(uses: Sequence[Reference], sides: Sequence[str]) -> list[tuple[Reference, str]]:
    """The most important first."""
    order = list(_SIDES.values())
    weight = {side: order.index(side) if side in order else len(order) for side in sides}
    return sorted(zip(uses, sides, strict=True), key=lambda pair: (weight[pair[1]], pair[0].module, pair[0].start))


def _layer(use: Reference) -> int:
    """The layer in which the most important happens."""
    order = list(_SIDES)
    return min(use.transfers, key=lambda moved: order.index(moved.transfer)).layer if use.transfers else -1


def _last_change(change: FileChange | None) -> LastChange | None:
    if change is None:
        return None
    return LastChange(change.date, change.commit[:_SHORT_COMMIT], change.author, change.subject)
