"""Declarations that run: a finer question than which modules are loaded.

A helper module that a hundred client modules import is in the client bundle; its one function that only the server
calls never runs there, and the server functions that it calls are not called over the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from boundary_lsp.graph.instances import Entry
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.steps import DeclarationSteps
from boundary_lsp.graph.stripping import kept_declarations
from boundary_lsp.graph.views import View
from boundary_lsp.model.facts import ModuleFacts

Reached = Sequence[Sequence[int]]
"""By module and declaration: the layers in which it is reached from entry points, as a bit set."""

_Pending = list[tuple[int, int, int]]
"""(module, declaration, layers in which it is newly reached)."""


class _Way(NamedTuple):
    view: View
    steps: DeclarationSteps


def reached_declarations(
    facts: Sequence[ModuleFacts],
    views: Sequence[View],
    doors: DoorMap,
    instances: Sequence[int],
    entries: Iterable[Entry],
) -> Reached:
    """Fixed point from the entry points' exports and from the statements of every instance."""
    ways = [_Way(view, DeclarationSteps(facts, view.linker)) for view in views]
    seen = [[0] * len(f.interface.declarations) for f in facts]
    pending: _Pending = []
    for module, bits in enumerate(instances):
        if bits:
            seen[module][0] = bits
            pending.append((module, 0, bits))
    for entry in entries:
        for way in ways:
            for module, declaration, bits in _started(facts, way, doors, entry):
                _add(seen, instances, module, declaration, bits, pending)
    _spread(ways, doors, instances, seen, pending)
    return seen


def _started(facts: Sequence[ModuleFacts], way: _Way, doors: DoorMap, entry: Entry) -> _Pending:
    """What the framework itself uses of an entry point: its exports, but for those that it strips."""
    layer = 1 << entry.layer & way.view.layers
    exported = way.steps.of_exports(entry.module, entry.dropped_exports)
    found = [(m, d, doors.through(layer, via)) for m, d, via in exported]
    if entry.dropped_exports:
        bits = doors.through(layer, way.view.linker.entering(entry.module))
        found += [(entry.module, d, bits) for d in kept_declarations(facts[entry.module], entry.dropped_exports)]
    return found


def _spread(
    ways: Sequence[_Way], doors: DoorMap, instances: Sequence[int], seen: list[list[int]], pending: _Pending
) -> None:
    while pending:
        module, declaration, all_bits = pending.pop()
        row = seen[module]
        for way in ways:
            bits = all_bits & way.view.layers
            if not bits:
                continue
            uses = way.steps.of_module(module)[declaration]
            for local in uses.local:
                if new := bits & ~row[local]:
                    row[local] |= new
                    pending.append((module, local, new))
            for remote in uses.remote:
                for target, target_declaration, via in remote:
                    reached = doors.through(bits, via) if via else bits
                    _add(seen, instances, target, target_declaration, reached, pending)


def _add(
    seen: list[list[int]], instances: Sequence[int], module: int, declaration: int, bits: int, pending: _Pending
) -> None:
    new = bits & instances[module] & ~seen[module][declaration]
    if new:
        seen[module][declaration] |= new
        pending.append((module, declaration, new))
