"""Declarations that run: a finer question than which modules are loaded.

A helper module that a hundred client modules import is in the client bundle; its one function that only the server
calls never runs there, and the server functions that it calls are not called over the network.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.change import Change
from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.instances import Entry
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.reaching import Arrival, Difference, Reach, Sources, Steps, reach_after, reach_of
from boundary_lsp.graph.setting import Setting
from boundary_lsp.graph.steps import DeclarationSteps
from boundary_lsp.graph.stripping import kept_declarations
from boundary_lsp.graph.table import table
from boundary_lsp.graph.views import View
from boundary_lsp.model.facts import ModuleFacts

Reached = Sequence[Sequence[int]]
"""By module and declaration: the layers in which it is reached from entry points, as a bit set."""


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
    used: tuple[tuple[Arrival, ...], ...]
    """By entry: what the framework itself uses of it."""
    importers: Importers


def ground_of(facts: tuple[ModuleFacts, ...], views: Sequence[View], setting: Setting) -> Ground:
    ways = tuple(Way(view.layers, view.linker, DeclarationSteps(facts, view.linker)) for view in views)
    doors, entries = setting.graph.doors, setting.setup.entries
    used = tuple(_used(facts, ways, doors, entry) for entry in entries)
    return Ground(facts, ways, doors, setting.instances, entries, used, views[0].tokens.importers)


def ground_after(
    before: Ground, facts: tuple[ModuleFacts, ...], views: Sequence[View], setting: Setting, change: Change
) -> Ground:
    """The same after an edit, with the answers that hold."""
    both = zip(before.ways, views, strict=True)
    ways = tuple(Way(view.layers, view.linker, way.steps.after(facts, view.linker, change)) for way, view in both)
    doors, entries = setting.graph.doors, setting.setup.entries
    touched = change.edited | change.unsettled
    stale = [number for number, entry in enumerate(entries) if entry.module in touched]
    known = before.used if entries is before.entries else None
    used = table(known, len(entries), stale, lambda number: _used(facts, ways, doors, entries[number]))
    return Ground(facts, ways, doors, setting.instances, entries, used, views[0].tokens.importers)


def reached_declarations(ground: Ground) -> Reach:
    """From the entry points' exports and the statements of every instance."""
    statements = ((module, 0, bits) for module, bits in enumerate(ground.instances) if bits)
    return reach_of(len(ground.facts), _steps(ground), chain(statements, _masked(ground, chain(*ground.used))))


def reached_after(
    before: Ground, known: Reach, ground: Ground, change: Change, moved: Collection[int]
) -> tuple[Reach, frozenset[int]]:
    """The same after an edit, and the modules of which that differs. `moved`: those in other layers than before."""
    was, now = before.instances, ground.instances
    shut = {module: was[module] & ~now[module] for module in moved}
    opened = [module for module in moved if now[module] & ~was[module]]
    ended, begun = _otherwise_used(before, ground)
    difference = Difference(change.affected, ended, _masked(ground, begun), shut, opened)
    return reach_after(known, _steps(before), _steps(ground), difference, _sources(ground))


def _used(facts: Sequence[ModuleFacts], ways: Sequence[Way], doors: DoorMap, entry: Entry) -> tuple[Arrival, ...]:
    """What the framework itself uses of an entry point: its exports, but for those that it strips."""
    found: list[Arrival] = []
    for way in ways:
        layer = 1 << entry.layer & way.layers
        exported = way.steps.of_exports(entry.module, entry.dropped_exports)
        found += [(module, declaration, doors.through(layer, via)) for module, declaration, via in exported]
        if entry.dropped_exports:
            bits = doors.through(layer, way.linker.entering(entry.module))
            kept = kept_declarations(facts[entry.module], entry.dropped_exports)
            found += [(entry.module, declaration, bits) for declaration in kept]
    return tuple(found)


def _otherwise_used(before: Ground, ground: Ground) -> tuple[Iterable[Arrival], Iterable[Arrival]]:
    """What the framework uses no more, and what it did not use before."""
    if ground.used == before.used:
        return (), ()
    was, now = set(chain(*before.used)), set(chain(*ground.used))
    return was - now, now - was


def _masked(ground: Ground, arrivals: Iterable[Arrival]) -> Iterator[Arrival]:
    """In the layers that the modules are in."""
    return ((module, part, bits & ground.instances[module]) for module, part, bits in arrivals)


def _steps(ground: Ground) -> Steps:
    facts, ways, instances, through = ground.facts, ground.ways, ground.instances, ground.doors.through

    def onward(module: int, declaration: int, layers: int) -> list[Arrival]:
        found: list[Arrival] = []
        for way in ways:
            if bits := layers & way.layers:
                uses = way.steps.of_module(module)[declaration]
                found += [(module, local, bits) for local in uses.local]
                for remote in uses.remote:
                    for target, at, via in remote:
                        if reached := (through(bits, via) if via else bits) & instances[target]:
                            found.append((target, at, reached))
        return found

    return Steps(lambda module: len(facts[module].interface.declarations), onward)


def _sources(ground: Ground) -> Sources:
    instances = ground.instances

    def starts(modules: Collection[int]) -> Iterator[Arrival]:
        yield from ((module, 0, instances[module]) for module in modules)
        yield from _masked(ground, (used for used in chain(*ground.used) if used[0] in modules))

    def leading_to(modules: Collection[int]) -> list[int]:
        everyone = ground.importers.everyone(modules)
        return [user for user in everyone if any(way.steps.lead_to(user, modules) for way in ground.ways)]

    return Sources(starts, leading_to)
