"""The cross-environment module graph as data."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.facts import Interface
from boundary_lsp.model.program import Door, Liveness
from boundary_lsp.reports.places import Places, header

_TO_THE_CLIENT = (Liveness.CALLED, Liveness.HANDED_OVER)


def graph_answer(snapshot: Snapshot, modules: Collection[int]) -> report.GraphAnswer:
    """`modules` are those to be reported: a door is, where either side is."""
    places = Places(snapshot)
    program = snapshot.program
    doors = [door for door in program.doors if door.source in modules or door.target in modules]
    return report.GraphAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        modules=[_module(snapshot, places, module) for module in sorted(modules)],
        doors=[_door(snapshot, places, door) for door in doors],
        client_modules=[places.path(module) for module in program.client_modules if module in modules],
        server_functions=[
            program.function_id(function)
            for function in program.server_functions
            if function.liveness in _TO_THE_CLIENT and function.module in modules
        ],
    )


def imported_names(interface: Interface, imported: int) -> list[str]:
    """What the import takes: its own names, and for a re-export those that the exports table has."""
    names = {name.imported for name in interface.imports[imported].names if not name.type_only}
    names.update(e.imported for e in interface.exports if e.source == imported and not e.type_only)
    return sorted(names)


def _module(snapshot: Snapshot, places: Places, module: int) -> report.GraphModule:
    program = snapshot.program
    entered = program.entry_bits[module]
    return report.GraphModule(
        path=places.path(module),
        directive=program.facts[module].interface.directive,
        layers=[
            report.ModuleLayer(places.layer_name(layer), layer.environment.value, bool(entered >> layer.index & 1))
            for layer in program.layers_of(program.layer_bits[module])
        ],
    )


def _door(snapshot: Snapshot, places: Places, door: Door) -> report.GraphDoor:
    program = snapshot.program
    target = places.path(door.target) if door.target >= 0 else program.links.leaves[~door.target].specifier
    if door.source < 0 or door.imported < 0:
        return report.GraphDoor(door.kind.value, None, target, [], None)
    return report.GraphDoor(
        kind=door.kind.value,
        source=places.path(door.source),
        target=target,
        names=imported_names(program.facts[door.source].interface, door.imported),
        range=places.import_range(door.source, door.imported),
    )
