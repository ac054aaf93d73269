"""The map: which modules are on which side, the doors between the sides, and the endpoints behind them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.map_page import Map, MapDoor
from boundary_lsp.model.program import Program
from boundary_lsp.reports.comparison import door_paths
from boundary_lsp.reports.graph import imported_names
from boundary_lsp.reports.map_changes import Since, changes
from boundary_lsp.reports.map_endpoints import Endpoints
from boundary_lsp.reports.map_headline import headline
from boundary_lsp.reports.map_nodes import SIDES, Nodes
from boundary_lsp.reports.map_ways import Ways
from boundary_lsp.reports.places import TOOL, Places
from boundary_lsp.reports.text_comparison import title_of


def map_page(snapshot: Snapshot, modules: Set[int], since: Since | None, made: str) -> Map:
    """`modules` are those to be shown; with them comes what doors and ways lead to. `made` is a date."""
    program, places = snapshot.program, Places(snapshot)
    nodes = Nodes(program)
    for module in sorted(modules):
        nodes.add(module)
    doors = [*_doors(program, places, nodes, modules, since)]
    ways = Ways(snapshot.names, nodes, places)
    ways.find_all()
    listed = nodes.listed(ways.last, frozenset(since.comparison.entered_client if since else ()))
    endpoints = Endpoints(snapshot, nodes, since).of(modules)
    return Map(
        project=program.root.rstrip("/").rpartition("/")[2],
        tool=TOOL,
        made=made,
        headline=headline(listed, doors),
        paths=nodes.paths,
        directives=nodes.directives,
        sides=list(SIDES),
        nodes=listed,
        imports=ways.imports(),
        steps=ways.steps,
        doors=doors,
        endpoints=endpoints,
        base=title_of(since.comparison) if since else "",
        changes=changes(since, nodes.ids(), endpoints) if since else [],
        notes=list(snapshot.degraded),
    )


def _doors(program: Program, places: Places, nodes: Nodes, modules: Set[int], since: Since | None) -> Iterator[MapDoor]:
    """Those that somebody wrote: where the framework loads a marked module itself, a way starts."""
    new = frozenset(since.doors.new if since else ())
    for door in program.doors:
        if door.source >= 0 and not modules.isdisjoint((door.source, door.target)):
            line = places.import_range(door.source, door.imported).start.line
            names = imported_names(program.facts[door.source].interface, door.imported)
            for source, target in nodes.ends(door):
                yield MapDoor(source, target, line, names, door_paths(program, door) in new)
