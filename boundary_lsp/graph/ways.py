"""How server modules are reached, for publication: from rendered entries, from routes, from client modules."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from boundary_lsp.graph.imports import ImportGraph
from boundary_lsp.graph.publication import ENTRY, Importer, Ways
from boundary_lsp.graph.setup import Setup
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment


def ways_of(graph: ImportGraph, setup: Setup) -> tuple[Ways, ...]:
    """By application, in its layers that read directives."""
    return tuple(_ways(graph, setup, number) for number in range(len(setup.detected)))


def _ways(graph: ImportGraph, setup: Setup, application: int) -> Ways:
    server = _bits(setup.layers, application, Environment.SERVER)
    client = _bits(setup.layers, application, Environment.CLIENT)
    rendered = setup.rendered[application]
    pages = _reached(graph, server, rendered)
    starts = (*(m for m in rendered if graph.directives[m] == "use client"), *setup.browser[application])
    loaded = _loaded_by_clients(graph, client, pages, starts)
    return Ways(
        pages=pages,
        routes=_reached(graph, server, setup.routes[application]),
        client=_from_clients(graph, client, loaded),
    )


def _reached(graph: ImportGraph, server: int, entries: Iterable[int]) -> dict[int, Importer]:
    """Server modules reached from the entries without passing through a door, by the shortest way; through other action
    modules, too."""
    found: dict[int, Importer] = {entry: ENTRY for entry in entries if graph.directives[entry] != "use client"}
    pending = deque(found)
    while pending:
        module = pending.popleft()
        for imported, target in graph.loads[module].server:
            if target not in found and not graph.doors.crossing(server, graph.directives[target]):
                found[target] = (module, imported)
                pending.append(target)
    return found


def _loaded_by_clients(graph: ImportGraph, client: int, pages: Iterable[int], starts: Iterable[int]) -> list[int]:
    """Modules of the bundles that pages load. A client module that only an action would render is in none of them."""
    behind = [t for m in pages for _, t in graph.loads[m].server if graph.directives[t] == "use client"]
    pending = list(dict.fromkeys([*behind, *starts]))
    found = set(pending)
    while pending:
        for _, target in graph.loads[pending.pop()].client:
            if target not in found and not graph.doors.crossing(client, graph.directives[target]):
                found.add(target)
                pending.append(target)
    return sorted(found)


def _from_clients(graph: ImportGraph, client: int, loaded: Iterable[int]) -> dict[int, Importer]:
    """`'use server'` modules that client modules import."""
    found: dict[int, Importer] = {}
    for module in loaded:
        for imported, target in graph.loads[module].client:
            if graph.doors.crossing(client, graph.directives[target]):
                found.setdefault(target, (module, imported))
    return found


def _bits(layers: Sequence[Layer], application: int, environment: Environment) -> int:
    return sum(
        1 << layer.index
        for layer in layers
        if layer.application == application and layer.environment is environment and layer.directives_apply
    )
