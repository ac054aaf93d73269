"""What a change adds and takes away: two programs, one before the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.model import report
from boundary_lsp.model.program import Door, Program, ServerFunction
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.endpoints import DEAD


class DoorPaths(NamedTuple):
    source: str
    target: str
    """A module's path, or the specifier of a package."""
    kind: str


class DoorChanges(NamedTuple):
    """Without those through which the framework itself enters."""

    new: list[DoorPaths]
    gone: list[DoorPaths]


def comparison(
    before: Program, after: Program, base: str, commit: str, covers: Callable[[str], bool]
) -> report.Comparison:
    """Of the paths that `covers` says; `base` is what the user calls the commit of the program before."""
    changes = list(_changes(_states(before, covers), _states(after, covers)))
    was_client, is_client = _client_modules(before, covers), _client_modules(after, covers)
    return report.Comparison(
        base=base,
        commit=commit,
        new=[change for change in changes if change.before is None],
        dead=[change for change in changes if _is_newly_dead(change)],
        changed=[change for change in changes if change.before and change.after and not _is_newly_dead(change)],
        removed=[change for change in changes if change.after is None],
        entered_client=sorted(is_client - was_client),
        left_client=sorted(was_client - is_client),
    )


def door_changes(before: Program, after: Program, covers: Callable[[str], bool]) -> DoorChanges:
    """Doors are told apart by the files that they join: `covers` either."""
    was, now = _doors(before, covers), _doors(after, covers)
    return DoorChanges(sorted(now - was), sorted(was - now))


def door_paths(program: Program, door: Door) -> DoorPaths:
    """Of a door that some module imports."""
    target = program.modules[door.target] if door.target >= 0 else program.links.leaves[~door.target].specifier
    return DoorPaths(program.modules[door.source], target, door.kind.value)


def is_dead(state: report.EndpointState) -> bool:
    return state.liveness in DEAD


def _states(program: Program, covers: Callable[[str], bool]) -> Mapping[str, report.EndpointState]:
    functions = (one for one in program.server_functions if covers(program.modules[one.module]))
    return {program.function_id(function): _state(function) for function in functions}


def _state(function: ServerFunction) -> report.EndpointState:
    return report.EndpointState(function.liveness.value, function.published.value)


def _changes(
    before: Mapping[str, report.EndpointState], after: Mapping[str, report.EndpointState]
) -> Iterator[report.EndpointChange]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield report.EndpointChange(name, before.get(name), after.get(name))


def _is_newly_dead(change: report.EndpointChange) -> bool:
    return change.before is not None and change.after is not None and is_dead(change.after) > is_dead(change.before)


def _client_modules(program: Program, covers: Callable[[str], bool]) -> frozenset[str]:
    client = program.environment_bits(Environment.CLIENT)
    return frozenset(
        path for path, bits in zip(program.modules, program.layer_bits, strict=True) if bits & client and covers(path)
    )


def _doors(program: Program, covers: Callable[[str], bool]) -> frozenset[DoorPaths]:
    found = (door_paths(program, door) for door in program.doors if door.source >= 0)
    return frozenset(door for door in found if covers(door.source) or covers(door.target))
