"""The setting of a program: its applications with their layers and entry points, and which modules are in which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.detect import Package
from boundary_lsp.frameworks.roles import role_of
from boundary_lsp.graph.applications import Found, by_package, known_applications, plain_applications
from boundary_lsp.graph.change import Change
from boundary_lsp.graph.imports import ImportGraph, Loading
from boundary_lsp.graph.instances import spread, stripped_modules
from boundary_lsp.graph.registered import Registrar, is_door_by_place, registrars
from boundary_lsp.graph.setup import Setup, set_up
from boundary_lsp.model.directives import SERVER
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Role, StrippedModule
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem

_SCRIPT_FILE = re.compile(r"[\w@./-]+\.[cm]?[jt]sx?\b")


class Setting(NamedTuple):
    setup: Setup
    graph: ImportGraph
    instances: tuple[int, ...]
    """By module, a bit set."""
    roles: tuple[Role, ...]
    stripped: tuple[StrippedModule, ...]


class Scenery(NamedTuple):
    """What a setting is made from besides the modules."""

    project: Project
    files: FileSystem
    modules: tuple[str, ...]
    known: Found
    """Applications of frameworks that we know."""
    packages: Mapping[Package, Sequence[int]]
    """In their order, the modules that each has."""
    named_by_scripts: frozenset[str]
    registrars: Mapping[int, Registrar]
    """By module, who registers functions of it without a directive."""

    @property
    def implied(self) -> Mapping[int, str]:
        """By module, the directive that importers meet because of where it stands."""
        rows = self.registrars.items()
        return {module: SERVER for module, registrar in rows if is_door_by_place(registrar, self.modules[module])}

    @property
    def callers(self) -> frozenset[str]:
        """The full names of functions that call others by name."""
        return frozenset(name for detected, _ in self.known for name in detected.profile.named_calls)


def setting_of(scenery: Scenery, facts: Sequence[ModuleFacts], loading: Loading) -> Setting:
    """Known frameworks first; then what they leave untouched, as plain programs."""
    setup = set_up(scenery.known)
    graph = ImportGraph(loading, setup.layers)
    stripped = stripped_modules(facts, setup.entries)
    instances = spread(graph, setup.entries, stripped, len(facts))
    roles = _roles(scenery, instances)
    edges = [loads.server for loads in loading.loads]

    def imports(module: int) -> list[int]:
        return [target for _, target in edges[module]]

    project, files, modules = scenery.project, scenery.files, scenery.modules
    plain = plain_applications(project, files, modules, scenery.packages, facts, roles, imports, instances)
    if plain:
        setup = set_up([*scenery.known, *plain])
        graph = ImportGraph(loading, setup.layers)
        instances = spread(graph, setup.entries, stripped, len(facts))
    return Setting(setup, graph, tuple(instances), roles, stripped)


def setting_after(
    before: Setting,
    scenery: Scenery,
    old: Sequence[ModuleFacts],
    facts: Sequence[ModuleFacts],
    was: Loading,
    loading: Loading,
    change: Change,
) -> Setting:
    """After an edit. Where modules load the same as before they are where they were, unless plain programs begin or end
    with an inline function, or another part of an entry point is dropped."""
    same_inline = all(bool(old[m].uses.inline_functions) == bool(facts[m].uses.inline_functions) for m in change.edited)
    same_loads = same_inline and loading.is_like(was, change.rewired)
    if same_loads and stripped_modules(facts, before.setup.entries) == before.stripped:
        return before._replace(graph=ImportGraph(loading, before.setup.layers))
    found = setting_of(scenery, facts, loading)
    setup = before.setup if found.setup == before.setup else found.setup
    instances = before.instances if found.instances == before.instances else found.instances
    return found._replace(setup=setup, instances=instances)


def scenery_of(project: Project, files: FileSystem, modules: tuple[str, ...], framework: str | None) -> Scenery:
    known = known_applications(project, files, modules, framework)
    by_scripts = _named_by_scripts(project)
    who = registrars([detected for detected, _ in known], modules, files)
    return Scenery(project, files, modules, known, by_package(project, modules), by_scripts, who)


def _named_by_scripts(project: Project) -> frozenset[str]:
    """Files that scripts of manifests run."""
    run: set[str] = set()
    for directory, manifest in project.manifests.items():
        prefix = f"{directory}/" if directory else ""
        for command in manifest.scripts.values():
            run.update(prefix + found.removeprefix("./") for found in _SCRIPT_FILE.findall(command))
    return frozenset(run)


def entry_bits(setting: Setting, count: int) -> tuple[int, ...]:
    """Both the layer that loads the entry point and, where it is a door, the layer behind."""
    bits = [0] * count
    for entry in setting.setup.entries:
        directive = setting.graph.directives[entry.module]
        loaded = 1 << entry.layer
        bits[entry.module] |= loaded | (setting.graph.doors.entering(loaded, directive) if directive else 0)
    return tuple(bits)


def _roles(scenery: Scenery, instances: Sequence[int]) -> tuple[Role, ...]:
    """What is in a layer is source, whatever it is called."""
    run, source = scenery.named_by_scripts, Role.SOURCE
    return tuple([source if b else role_of(p, run) for p, b in zip(scenery.modules, instances, strict=True)])
