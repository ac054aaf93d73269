"""Endpoints on the map: what the report says of each, and where its uses are."""

from __future__ import annotations

from collections.abc import Mapping, Set

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.endpoints_page import Row, Use
from boundary_lsp.model.map_page import MapEndpoint, MapUse
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.endpoint_differences import marks
from boundary_lsp.reports.endpoint_rows import Rows
from boundary_lsp.reports.endpoint_words import STATES
from boundary_lsp.reports.map_changes import Since
from boundary_lsp.reports.map_nodes import NEITHER, Nodes

_RUNS_ON: Mapping[str, str] = {
    "network": Environment.CLIENT,
    "server": Environment.SERVER,
    "scripts": NEITHER,
    "unknown": Environment.UNKNOWN,
    "tests": NEITHER,
    "dead": NEITHER,
}
"""By what a use makes of an endpoint, the side of the module that it is in."""
_AT_HOME = (Environment.SERVER, Environment.UNKNOWN, NEITHER, Environment.CLIENT)
"""Where to look for an endpoint's own module: not all layers take its directive."""


class Endpoints:
    def __init__(self, snapshot: Snapshot, nodes: Nodes, since: Since | None) -> None:
        self._program = snapshot.program
        self._nodes = nodes
        self._rows = Rows(snapshot, {}, marks(since.comparison if since else None))

    def of(self, modules: Set[int]) -> list[MapEndpoint]:
        return [
            self._endpoint(self._rows.row(number), function.module)
            for number, function in enumerate(self._program.server_functions)
            if function.module in modules
        ]

    def _endpoint(self, row: Row, module: int) -> MapEndpoint:
        found = (self._nodes.known(module, side) for side in _AT_HOME)
        return MapEndpoint(
            node=next(node for node in found if node is not None),
            name=row.name,
            line=row.line,
            liveness=row.liveness,
            label=STATES[row.liveness].label,
            why=row.why,
            published=row.published,
            exposure=row.exposure,
            advice=" ".join(row.advice),
            used=f"{row.callers_text}." if row.uses else "",
            uses=[self._use(use) for use in row.uses],
            more_uses=row.more_uses,
            mark=row.mark,
        )

    def _use(self, use: Use) -> MapUse:
        module, side = self._program.module_index(use.place.path), _RUNS_ON.get(use.side)
        node = self._nodes.known(module, side) if module is not None and side is not None else None
        return MapUse(-1 if node is None else node, use.place.path, use.place.line, use.place.text, use.side)
