"""Declarations that run: a finer question than which modules are loaded.

A helper module that a hundred client modules import is in the client bundle; its one function that only the server
calls never runs there, and the server functions that it calls are not called over the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.graph.change import Change
from boundary_lsp.graph.instances import Entry
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.setting import Setting
from boundary_lsp.graph.steps import DeclarationSteps
from boundary_lsp.graph.stripping import kept_declarations
from boundary_lsp.graph.views import View
from boundary_lsp.model.facts import ModuleFacts

Reached = Sequence[Sequence[int]]
"""By module and declaration: the layers in which it is reached from entry points, as a bit set."""

_Pending = list[tuple[int, int, int]]
"""(module, declaration, layers in which it is newly reached)."""


class Way(NamedTuple):
    """How code gets from declaration to declaration in some layers."""

    layers: int
    linker: Linker
    steps: DeclarationSteps


class Ground(NamedTuple):
    """What decides which declarations are reached."""

    facts: tuple[ModuleFacts, ...]
    ways: Sequence[Way]
    doors: DoorMap
    instances: Sequence[int]
    entries: Sequence[Entry]


def ground_of(facts: tuple[ModuleFacts, ...], views: Sequence[View], setting: Setting) -> Ground:
    ways = tuple(Way(view.layers, view.linker, DeclarationSteps(facts, view.linker)) for view in views)
    return Ground(facts, ways, setting.graph.doors, setting.instances, setting.setup.entries)


def ground_after(
    before: Ground, facts: tuple[ModuleFacts, ...], views: Sequence[View], setting: Setting, change: Change
) -> Ground:
    """The same after an edit, with the answers that hold."""
    both = zip(before.ways, views, strict=True)
    ways = tuple(Way(view.layers, view.linker, way.steps.after(facts, view.linker, change)) for way, view in both)
    return Ground(facts, ways, setting.graph.doors, setting.instances, setting.setup.entries)


def reached_declarations(ground: Ground) -> Reached:
    """Fixed point from the entry points' exports and from the statements of every instance."""
    seen = [[0] * len(f.interface.declarations) for f in ground.facts]
    pending: _Pending = []
    for module, bits in enumerate(ground.instances):
        if bits:
            seen[module][0] = bits
            pending.append((module, 0, bits))
    for module, declaration, bits in _started(ground):
        _add(seen, ground.instances, module, declaration, bits, pending)
    _spread(ground, seen, pending)
    return seen


def reached_after(before: Ground, known: Reached, ground: Ground, change: Change) -> Reached:
    """The same after an edit that leaves instances as they were. What is used as well is followed from what is known;
    where something that runs uses something no more, all is followed anew."""
    more: list[tuple[int, int]] = []
    for module in change.affected:
        for was, now in zip(before.ways, ground.ways, strict=True):
            added = _added(was, now, module, known[module])
            if added is None:
                return reached_declarations(ground)
            more += [(module, declaration) for declaration in added]
    starts: _Pending = []
    if _may_start_otherwise(before, ground, change):
        starts = _started(ground)
        if not set(starts).issuperset(_started(before)):
            return reached_declarations(ground)
    rows = list(known)
    for module in change.affected:
        count = len(ground.facts[module].interface.declarations)
        rows[module] = [*known[module][:count], *[0] * (count - len(known[module]))]
    return _grown(ground, rows, more, starts) if more or starts else rows


def _grown(ground: Ground, rows: Reached, more: Sequence[tuple[int, int]], starts: _Pending) -> Reached:
    """What is known, and all that follows from these uses and starts."""
    seen = [list(row) for row in rows]
    pending = [(module, declaration, seen[module][declaration]) for module, declaration in more]
    for module, declaration, bits in starts:
        _add(seen, ground.instances, module, declaration, bits, pending)
    _spread(ground, seen, pending)
    return seen


def _added(before: Way, after: Way, module: int, known: Sequence[int]) -> list[int] | None:
    """The declarations that run and use more than before; None where one uses something no more. `known`: the layers
    in which each ran."""
    was, now = before.steps.known(module), after.steps.of_module(module)
    if was is None:  # nothing in it ran
        return []
    found: list[int] = []
    for number, old in enumerate(was):
        if known[number] & before.layers:
            if number >= len(now) or not (old.local <= now[number].local and old.remote <= now[number].remote):
                return None
            if old != now[number]:
                found.append(number)
    return found


def _may_start_otherwise(before: Ground, ground: Ground, change: Change) -> bool:
    if ground.entries is not before.entries:
        return True
    touched = change.edited | change.unsettled
    return any(entry.module in touched for entry in ground.entries)


def _started(ground: Ground) -> _Pending:
    """What the framework itself uses of the entry points: their exports, but for those that it strips."""
    found: _Pending = []
    through = ground.doors.through
    for entry in ground.entries:
        for way in ground.ways:
            layer = 1 << entry.layer & way.layers
            exported = way.steps.of_exports(entry.module, entry.dropped_exports)
            found += [(m, d, through(layer, via)) for m, d, via in exported]
            if entry.dropped_exports:
                bits = through(layer, way.linker.entering(entry.module))
                kept = kept_declarations(ground.facts[entry.module], entry.dropped_exports)
                found += [(entry.module, d, bits) for d in kept]
    return found


def _spread(ground: Ground, seen: list[list[int]], pending: _Pending) -> None:
    through, instances, ways = ground.doors.through, ground.instances, ground.ways
    while pending:
        module, declaration, all_bits = pending.pop()
        row = seen[module]
        for way in ways:
            bits = all_bits & way.layers
            if not bits:
                continue
            uses = way.steps.of_module(module)[declaration]
            for local in uses.local:
                if new := bits & ~row[local]:
                    row[local] |= new
                    pending.append((module, local, new))
            for remote in uses.remote:
                for target, target_declaration, via in remote:
                    reached = through(bits, via) if via else bits
                    if new := reached & instances[target] & ~seen[target][target_declaration]:
                        seen[target][target_declaration] |= new
                        pending.append((target, target_declaration, new))


def _add(
    seen: list[list[int]], instances: Sequence[int], module: int, declaration: int, bits: int, pending: _Pending
) -> None:
    new = bits & instances[module] & ~seen[module][declaration]
    if new:
        seen[module][declaration] |= new
        pending.append((module, declaration, new))
