"""The doors of a program: imports, and entry points, that refer to code on the other side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.graph.instances import Entry, ImportGraph
from boundary_lsp.model.program import Door, DoorKind, Layer
from boundary_lsp.model.resolution import Leaf


def all_doors(
    graph: ImportGraph,
    instances: Sequence[int],
    layers: Sequence[Layer],
    leaves: Sequence[Leaf],
    entries: Iterable[Entry],
) -> list[Door]:
    """Entry points that are doors first, then by module and import."""
    found = [
        Door(DoorKind.CLIENT, -1, entry.module, -1, 1 << entry.layer)
        for entry in entries
        if graph.directives[entry.module] == "use client" and "use client" in layers[entry.layer].doors
    ]
    for module, bits in enumerate(instances):
        if bits:
            found.extend(_of_module(graph, module, bits, leaves))
    return found


def _of_module(graph: ImportGraph, module: int, bits: int, leaves: Sequence[Leaf]) -> Iterable[Door]:
    surviving = graph.surviving[module]
    for part, row in graph.rows(module, bits):
        for index, target in enumerate(row):
            if surviving[index]:
                directive = graph.directives[target] if target >= 0 else leaves[~target].directive
                if directive and (crossing := graph.doors.crossing(part, directive)):
                    kind = DoorKind.CLIENT if directive == "use client" else DoorKind.SERVER
                    yield Door(kind, module, target, index, crossing)
