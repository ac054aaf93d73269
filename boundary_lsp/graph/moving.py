"""The setting of a program after an edit: which modules are in other layers than before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.graph.applications import Found
from boundary_lsp.graph.change import Change
from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.imports import ImportGraph, Loading
from boundary_lsp.graph.instances import Bundles, spread_after, stripped_modules
from boundary_lsp.graph.reaching import Reach
from boundary_lsp.graph.setting import Scenery, Setting, entry_bits, plain_found, role_in
from boundary_lsp.graph.setup import set_up
from boundary_lsp.graph.table import table
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Role, StrippedModule


class Moved(NamedTuple):
    """Modules."""

    stale: frozenset[int] = frozenset()
    """They load something else than before, or meet it with another directive, or are met with one."""
    modules: frozenset[int] = frozenset()
    """They are in other layers."""


class Edited(NamedTuple):
    """Facts, and what modules load."""

    before: Sequence[ModuleFacts]
    facts: Sequence[ModuleFacts]
    was: Loading
    loading: Loading
    importers: Importers
    change: Change


def setting_after(before: Setting, scenery: Scenery, edited: Edited) -> tuple[Setting, Moved] | None:
    """None where there are other layers than before."""
    loading, redirected = edited.loading, edited.loading.redirected(edited.was, edited.change.rewired)
    setup, graph, count = before.setup, ImportGraph(loading, before.setup.layers), len(edited.facts)
    stripped = _stripped_after(before, edited)
    stale = _stale(before, stripped, edited)
    was, now = Bundles(before.graph, setup.entries, before.stripped), Bundles(graph, setup.entries, stripped)
    reach, moved = spread_after(was, before.reach, now, stale, edited.importers)
    roles, plain = before.roles, before.plain
    if stale or moved or _may_be_other_programs(before, scenery, edited):
        roles, plain = _outside_of_frameworks(before, scenery, edited, reach, moved)
    if plain != before.plain:
        setup = set_up([*scenery.known, *plain])
        if setup.layers != before.setup.layers:
            return None
        reach, more = spread_after(now, reach, now._replace(entries=setup.entries), (), edited.importers)
        moved |= more
    instances = table(before.instances, count, moved, lambda module: reach.rows[module][0])
    entries = entry_bits(setup, graph, count) if redirected or setup is not before.setup else before.entry_bits
    return Setting(setup, graph, reach, instances, roles, stripped, entries, plain), Moved(stale, moved)


def _stripped_after(before: Setting, edited: Edited) -> tuple[StrippedModule, ...]:
    entries, changed = before.setup.entries, edited.change.edited
    if not any(entry.dropped_exports and entry.module in changed for entry in entries):
        return before.stripped
    return stripped_modules(edited.facts, entries)


def _stale(before: Setting, stripped: Sequence[StrippedModule], edited: Edited) -> frozenset[int]:
    loading, was, rewired = edited.loading, edited.was, edited.change.rewired
    otherwise = {part.module for part in set(before.stripped) ^ set(stripped)} if stripped != before.stripped else ()
    loads = (module for module in rewired if loading.loads[module] != was.loads[module])
    redirected = loading.redirected(was, rewired)
    return frozenset(loads).union(otherwise, redirected, edited.importers.of_any(redirected))


def _may_be_other_programs(before: Setting, scenery: Scenery, edited: Edited) -> bool:
    """What is written in modules that no framework loads says where programs begin; in all others, by a directive, what
    a program has that loads them."""
    known = _layers_of_frameworks(before, scenery)
    return any(
        not before.instances[m] & known or _directives(edited.before[m]) != _directives(edited.facts[m])
        for m in edited.change.edited
    )


def _directives(facts: ModuleFacts) -> tuple[str | None, bool]:
    return facts.interface.directive, bool(facts.uses.inline_functions)


def _outside_of_frameworks(
    before: Setting, scenery: Scenery, edited: Edited, reach: Reach, moved: frozenset[int]
) -> tuple[tuple[Role, ...], Found]:
    """Roles, and programs of no framework that we know."""
    known = _layers_of_frameworks(before, scenery)

    def layers(module: int) -> int:
        return reach.rows[module][0] & known

    roles = table(before.roles, len(before.roles), moved, lambda module: role_in(scenery, module, layers(module)))
    return roles, plain_found(scenery, edited.facts, edited.loading, roles, lambda module: bool(layers(module)))


def _layers_of_frameworks(before: Setting, scenery: Scenery) -> int:
    return sum(1 << layer.index for layer in before.setup.layers if layer.application < len(scenery.known))
