"""The whole story: facts and links in, a finished `Program` out; after an edit, with what holds of the one before.

What is known is known by module. An edit says which modules are stale, for each kind of knowledge; all else is taken
over (`table`). The result is that of a build from nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.by_name import ByName, NamedUse, named_uses
from boundary_lsp.graph.change import Change
from boundary_lsp.graph.client_references import client_modules
from boundary_lsp.graph.components import Components
from boundary_lsp.graph.doors import doors_of_entries, doors_of_module
from boundary_lsp.graph.endpoints import Endpoint, Judging, endpoints
from boundary_lsp.graph.flow import scenes_of
from boundary_lsp.graph.functions import FunctionSeed, functions_in
from boundary_lsp.graph.imports import Loading, loading_of
from boundary_lsp.graph.opaque import asked_of_opaque
from boundary_lsp.graph.reach import Ground, Reached, ground_after, ground_of, reached_after, reached_declarations
from boundary_lsp.graph.setting import Scenery, Setting, entry_bits, scenery_of, setting_after, setting_of
from boundary_lsp.graph.table import differing, table
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.unknown import counted, unknown_in
from boundary_lsp.graph.views import Linked, View, sides, views_after, views_of
from boundary_lsp.graph.ways import ways_of
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Door, Program
from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Links
from boundary_lsp.ports import FileSystem


class Built(NamedTuple):
    """A program, and what the next one may take over from it."""

    program: Program
    scenery: Scenery
    loading: Loading
    setting: Setting
    views: tuple[View, ...]
    ground: Ground
    doors: tuple[tuple[Door, ...], ...]
    """By module."""
    seeds: tuple[list[FunctionSeed], ...]
    """By module."""
    unknown: tuple[tuple[str, ...], ...]
    """By module."""
    calls: tuple[tuple[NamedUse, ...], ...]
    """By module; empty where nobody calls by name."""
    judging: Judging
    endpoints: list[Endpoint]


def build_program(
    project: Project,
    files: FileSystem,
    modules: tuple[str, ...],
    facts: tuple[ModuleFacts, ...],
    links: Links,
    framework: str | None = None,
) -> Built:
    """`modules` are sorted; `facts` and `links` run parallel to them. Pure but for reading framework configuration."""
    return _from_nothing(scenery_of(project, files, modules, framework), facts, links)


def rebuild_program(before: Built, facts: tuple[ModuleFacts, ...], links: Links, change: Change) -> Built:
    """The same project with other facts of the edited modules; the rows of all others lead where they led before."""
    was = before.program.facts
    loading = loading_of(facts, links, before.scenery.implied, before.loading, change.rewired)
    setting = setting_after(before.setting, before.scenery, was, facts, before.loading, loading, change)
    if _is_another(before, loading, setting):
        return _from_nothing(before.scenery, facts, links)
    views, change = views_after(before.views, Linked(was, before.loading), Linked(facts, loading), change)
    ground = ground_after(before.ground, facts, views, setting, change)
    if ground.instances is before.ground.instances and not loading.redirected(before.loading, change.rewired):
        reached = reached_after(before.ground, before.program.reached, ground, change)
    else:
        reached = reached_declarations(ground)
    return _finished(before.scenery, loading, setting, views, ground, reached, (before, change))


def _is_another(before: Built, loading: Loading, setting: Setting) -> bool:
    """Nothing about layers, or about how names link in them, can be taken over."""
    if loading.links is before.loading.links and setting.setup is before.setting.setup:
        return False
    return (
        loading.links.output_directives != before.loading.links.output_directives
        or setting.setup.layers != before.setting.setup.layers
        or [bits for _, bits in sides(loading.links, setting.setup.layers)] != [v.layers for v in before.views]
    )


def _from_nothing(scenery: Scenery, facts: tuple[ModuleFacts, ...], links: Links) -> Built:
    loading = loading_of(facts, links, scenery.implied)
    setting = setting_of(scenery, facts, loading)
    views = views_of(facts, links, setting.setup.layers, loading.directives)
    ground = ground_of(facts, views, setting)
    return _finished(scenery, loading, setting, views, ground, reached_declarations(ground), None)


def _finished(
    scenery: Scenery,
    loading: Loading,
    setting: Setting,
    views: tuple[View, ...],
    ground: Ground,
    reached: Reached,
    earlier: tuple[Built, Change] | None,
) -> Built:
    setup, graph, instances, roles, stripped = setting
    facts, links, modules = ground.facts, loading.links, scenery.modules
    before, change = earlier or (None, Change())
    stale = _stale(before, change, loading, setting, views, reached)

    def doors_in(module: int) -> tuple[Door, ...]:
        return doors_of_module(graph, module, instances[module], links.leaves)

    def unknown_of(module: int) -> tuple[str, ...]:
        return unknown_in(facts[module], links.server[module], links.leaves)

    def seeds_of(module: int) -> list[FunctionSeed]:
        return functions_in(module, modules[module], facts[module], scenery.registrars.get(module))

    def calls_of(module: int) -> tuple[NamedUse, ...]:
        return named_uses(module, facts[module], callers)

    count, callers = len(modules), scenery.callers
    doors = table(before and before.doors, count, stale.doors, doors_in)
    seeds = table(before and before.seeds, count, change.edited, seeds_of)
    calls = table(before and before.calls, count, change.edited, calls_of) if callers else ()
    unknown = table(before and before.unknown, count, change.edited, unknown_of)
    judging = _judging(before, change, scenery, setting, facts, loading)
    components = Components(facts, views[0].linker)
    world = World(modules, facts, setup.layers, instances, roles, links.leaves, reached, graph.doors, components)
    known = _known(before, stale.trails)
    same = before is not None and judging.is_like(before.judging)
    by_name = ByName(world, scenery.registrars, calls)
    found = endpoints(list(chain(*seeds)), scenes_of(world, views), judging, known, same, by_name)
    all_doors = (*doors_of_entries(graph, setup.layers, setup.entries), *chain.from_iterable(doors))
    program = Program(
        root=scenery.project.root,
        applications=tuple(d.application for d in setup.detected),
        layers=setup.layers,
        modules=modules,
        facts=facts,
        directives=graph.directives,
        roles=roles,
        links=links,
        layer_bits=instances,
        reached=reached,
        entry_bits=entry_bits(setting, count),
        named_files=setup.named,
        stripped=stripped,
        doors=all_doors,
        client_modules=client_modules(all_doors, setup, judging.ways, facts, modules, reached, scenery.project),
        server_functions=tuple(endpoint.function for endpoint in found),
        unknown=counted(unknown, sum(endpoint.trail.lost for endpoint in found), by_name.computed),
    )
    return Built(program, scenery, loading, setting, views, ground, doors, seeds, unknown, calls, judging, found)


class _Stale(NamedTuple):
    """Modules of which something has to be found out anew."""

    doors: frozenset[int]
    trails: frozenset[int]


def _stale(
    before: Built | None,
    change: Change,
    loading: Loading,
    setting: Setting,
    views: tuple[View, ...],
    reached: Reached,
) -> _Stale:
    """What the doors and trails that lead through a module depend on, besides its own text."""
    if before is None:
        return _Stale(frozenset(), frozenset())
    importers, redirected = views[0].tokens.importers, loading.redirected(before.loading, change.rewired)
    moved = differing(before.setting.instances, setting.instances)
    doors = moved.union(change.rewired, *(importers.of(module) for module in redirected))
    trails = moved.union(
        change.affected,
        differing(before.setting.roles, setting.roles),
        differing(before.program.reached, reached),
        importers.differing(before.views[0].tokens.importers, change.rewired),
    )
    return _Stale(frozenset(doors), frozenset(trails))


def _known(before: Built | None, stale: frozenset[int]) -> dict[FunctionSeed, Endpoint]:
    """The functions whose trails hold."""
    if before is None:
        return {}
    return {endpoint.seed: endpoint for endpoint in before.endpoints if not endpoint.trail.is_touched(stale)}


def _judging(
    before: Built | None,
    change: Change,
    scenery: Scenery,
    setting: Setting,
    facts: Sequence[ModuleFacts],
    loading: Loading,
) -> Judging:
    old = before.judging if before is not None else None
    same = (
        before is not None and before.setting.setup is setting.setup and loading.is_like(before.loading, change.rewired)
    )
    all_ways = old.ways if old and same else ways_of(setting.graph, setting.setup)
    asked = old.asked if old and not change.rewired else asked_of_opaque(facts, loading.links)
    return Judging(scenery.project, scenery.modules, setting.roles, setting.setup, all_ways, asked)
