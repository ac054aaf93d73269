"""The whole story, once: facts and links in, a finished `Program` out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from boundary_lsp.frameworks.roles import role_of
from boundary_lsp.graph.applications import known_applications, plain_applications
from boundary_lsp.graph.client_references import client_modules
from boundary_lsp.graph.components import Components
from boundary_lsp.graph.doors import all_doors
from boundary_lsp.graph.flow import Scene, follow, scenes_of
from boundary_lsp.graph.functions import FunctionSeed, server_functions
from boundary_lsp.graph.instances import ImportGraph, spread, stripped_modules
from boundary_lsp.graph.liveness import liveness_by_application, strongest
from boundary_lsp.graph.opaque import Asked, asked_of_opaque, is_asked_for, is_offered
from boundary_lsp.graph.publication import Ways, publication
from boundary_lsp.graph.reach import reached_declarations
from boundary_lsp.graph.setup import Setup, set_up
from boundary_lsp.graph.trail import Trail
from boundary_lsp.graph.transfers import NOWHERE, World
from boundary_lsp.graph.views import View, views_of
from boundary_lsp.graph.ways import ways
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Liveness, Program, Role, ServerFunction, StrippedModule
from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import LeafKind, Links
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.governing import is_used_outside

_DEAD = (Liveness.TEST_ONLY, Liveness.UNREACHED, Liveness.UNUSED)
_SCRIPT_FILE = re.compile(r"[\w@./-]+\.[cm]?[jt]sx?\b")


def build_program(
    project: Project,
    files: FileSystem,
    modules: tuple[str, ...],
    facts: tuple[ModuleFacts, ...],
    links: Links,
    framework: str | None = None,
    views: tuple[View, ...] | None = None,
) -> Program:
    """`modules` are sorted; `facts` and `links` run parallel to them. `views` are those of a program with the same
    interfaces, if one is known. Pure but for reading framework configuration."""
    setup, graph, instances, roles, stripped = _instances(project, files, modules, facts, links, framework)
    views = views or views_of(facts, links, setup.layers, graph.directives)
    reached = reached_declarations(facts, views, graph.doors, instances, setup.entries)
    components = Components(facts, views[0].linker)
    world = World(modules, facts, setup.layers, instances, roles, links.leaves, reached, graph.doors, components)
    doors = all_doors(graph, instances, setup.layers, links.leaves, setup.entries)
    reached_ways = [ways(graph, setup, number) for number in range(len(setup.detected))]
    asked = asked_of_opaque(facts, links)
    functions, lost = _functions(world, scenes_of(world, views, links.verbatim), setup, reached_ways, project, asked)
    return Program(
        root=project.root,
        applications=tuple(d.application for d in setup.detected),
        layers=setup.layers,
        modules=modules,
        facts=facts,
        directives=graph.directives,
        roles=roles,
        links=links,
        layer_bits=tuple(instances),
        reached=reached,
        entry_bits=_entry_bits(setup, graph, len(modules)),
        named_files=setup.named,
        stripped=stripped,
        doors=tuple(doors),
        client_modules=client_modules(doors, setup, reached_ways, facts, modules, reached, project),
        server_functions=functions,
        unknown=_unknown(facts, links, lost),
    )


def _roles(project: Project, modules: Sequence[str], instances: Sequence[int]) -> tuple[Role, ...]:
    """What is in a layer is source, whatever it is called."""
    run: set[str] = set()
    for directory, manifest in project.manifests.items():
        prefix = f"{directory}/" if directory else ""
        for command in manifest.scripts.values():
            run.update(prefix + found.removeprefix("./") for found in _SCRIPT_FILE.findall(command))
    named = frozenset(run)
    return tuple(Role.SOURCE if bits else role_of(path, named) for path, bits in zip(modules, instances, strict=True))


def _instances(
    project: Project,
    files: FileSystem,
    modules: tuple[str, ...],
    facts: tuple[ModuleFacts, ...],
    links: Links,
    framework: str | None,
) -> tuple[Setup, ImportGraph, list[int], tuple[Role, ...], tuple[StrippedModule, ...]]:
    """Known frameworks first; then what they leave untouched, as plain programs."""
    known = known_applications(project, files, modules, framework)
    setup = set_up(known)
    graph = ImportGraph(facts, links, setup.layers)
    stripped = stripped_modules(facts, setup.entries)
    instances = spread(graph, setup.entries, stripped, len(modules))
    roles = _roles(project, modules, instances)

    def imports(module: int) -> list[int]:
        kept = zip(links.server[module], graph.surviving[module], strict=True)
        return [target for target, survives in kept if survives and target >= 0]

    plain = plain_applications(project, files, modules, facts, roles, imports, instances)
    if plain:
        setup = set_up([*known, *plain])
        graph = ImportGraph(facts, links, setup.layers)
        instances = spread(graph, setup.entries, stripped, len(modules))
    return setup, graph, instances, roles, stripped


def _entry_bits(setup: Setup, graph: ImportGraph, count: int) -> tuple[int, ...]:
    """Both the layer that loads the entry point and, where it is a door, the layer behind."""
    bits = [0] * count
    for entry in setup.entries:
        directive = graph.directives[entry.module]
        loaded = 1 << entry.layer
        bits[entry.module] |= loaded | (graph.doors.entering(loaded, directive) if directive else 0)
    return tuple(bits)


def _functions(
    world: World,
    scenes: Sequence[Scene],
    setup: Setup,
    reached_ways: Sequence[Ways],
    project: Project,
    asked: Asked,
) -> tuple[tuple[ServerFunction, ...], int]:
    applications = [(d.application, d.profile, way) for d, way in zip(setup.detected, reached_ways, strict=True)]
    entries = frozenset(entry.module for entry in setup.entries if setup.layers[entry.layer].directives_apply)
    folders = frozenset(detected.application.path for detected in setup.detected)
    functions: list[ServerFunction] = []
    lost = 0
    for seed in server_functions(world.facts):
        trail = follow(scenes, seed.module, seed.binding) if seed.binding != -1 else Trail()
        lost += trail.lost
        live = dict(liveness_by_application(trail.references, world.layers, world.roles, entries))
        _add_framework_uses(live, seed, setup, trail)
        if is_asked_for(seed, world.modules[seed.module], asked, project):
            live[NOWHERE] = strongest((live.get(NOWHERE, Liveness.UNUSED), Liveness.HANDED_OVER))
        if strongest(live.values()) in _DEAD and is_offered(seed, world.modules[seed.module], project, folders):
            live[NOWHERE] = Liveness.HANDED_OVER
        overall = _overall(live, f"{world.modules[seed.module]}#{seed.name}", project)
        verdict = publication(seed, trail.references, world.layers, applications)
        functions.append(
            ServerFunction(
                seed.module,
                seed.name,
                seed.inline,
                seed.declaration,
                seed.span[0],
                seed.span[1],
                tuple(trail.references),
                overall,
                {application: liveness for application, liveness in sorted(live.items()) if application >= 0},
                verdict.published,
                verdict.by,
                verdict.reason,
            )
        )
    return tuple(functions), lost


def _add_framework_uses(live: dict[int, Liveness], seed: FunctionSeed, setup: Setup, trail: Trail) -> None:
    """A page that lives in a `'use server'` module is used by the framework; a lost trail keeps a function alive, also
    an inline one, which nobody can name but by what holds it."""
    for entry in setup.entries:
        if entry.module == seed.module and seed.inline < 0:
            application = setup.layers[entry.layer].application
            live[application] = strongest((live.get(application, Liveness.UNUSED), entry.use))
    if trail.lost and any(liveness is Liveness.IN_PROCESS for liveness in live.values()):
        live.update((a, Liveness.HANDED_OVER) for a, found in live.items() if found is Liveness.IN_PROCESS)
    if trail.lost and not live and seed.inline >= 0:
        live[NOWHERE] = Liveness.HANDED_OVER


def _overall(live: Mapping[int, Liveness], name: str, project: Project) -> Liveness:
    found = strongest(live.values())
    return strongest((found, Liveness.USED_OUTSIDE)) if is_used_outside(project, name) else found


def _unknown(facts: Sequence[ModuleFacts], links: Links, lost: int) -> dict[str, int]:
    """What was not known, counted: unresolved imports by kind, lost trails, files with problems."""
    counts: Counter[str] = Counter()
    for row in links.server:
        for target in row:
            if target < 0:
                kind = links.leaves[~target].kind
                if kind in (LeafKind.MISSING, LeafKind.GENERATED, LeafKind.OPAQUE):
                    counts[f"{kind.value}-import"] += 1
    counts["lost-trail"] = lost
    problems = [[problem.kind for problem in f.problems] for f in facts if f.problems]
    counts["computed-import"] = sum(kinds.count("computed-import") for kinds in problems)
    counts["file-with-problems"] = sum(set(kinds) != {"computed-import"} for kinds in problems)
    return {name: count for name, count in sorted(counts.items()) if count}
