"""The doors of a program: imports, and entry points, that refer to code on the other side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.graph.imports import ImportGraph
from boundary_lsp.graph.instances import Entry
from boundary_lsp.model.program import Door, DoorKind, Layer
from boundary_lsp.model.resolution import Leaf


def doors_of_entries(graph: ImportGraph, layers: Sequence[Layer], entries: Iterable[Entry]) -> tuple[Door, ...]:
    """Entry points that are doors."""
    return tuple(
        Door(DoorKind.CLIENT, -1, entry.module, -1, 1 << entry.layer)
        for entry in entries
        if graph.directives[entry.module] == "use client" and "use client" in layers[entry.layer].doors
    )


def doors_of_module(graph: ImportGraph, module: int, bits: int, leaves: Sequence[Leaf]) -> tuple[Door, ...]:
    """Its imports that are doors, in their order. `bits`: the layers that it has an instance in."""
    return tuple(_doors(graph, module, bits, leaves)) if bits else ()


def _doors(graph: ImportGraph, module: int, bits: int, leaves: Sequence[Leaf]) -> Iterator[Door]:
    surviving = graph.loads[module].surviving
    for part, row in graph.rows(module, bits):
        for index, target in enumerate(row):
            if surviving[index]:
                directive = graph.directives[target] if target >= 0 else leaves[~target].directive
                if directive and (crossing := graph.doors.crossing(part, directive)):
                    kind = DoorKind.CLIENT if directive == "use client" else DoorKind.SERVER
                    yield Door(kind, module, target, index, crossing)
