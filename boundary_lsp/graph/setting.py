"""The setting of a program: its applications with their layers and entry points, and which modules are in which."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.detect import Package
from boundary_lsp.frameworks.roles import role_of
from boundary_lsp.graph.applications import Found, by_package, known_applications, plain_applications
from boundary_lsp.graph.imports import ImportGraph, Loading
from boundary_lsp.graph.instances import Bundles, spread, stripped_modules
from boundary_lsp.graph.reaching import Reach
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
    reach: Reach
    """Of module instances."""
    instances: tuple[int, ...]
    """By module, a bit set."""
    roles: tuple[Role, ...]
    stripped: tuple[StrippedModule, ...]
    entry_bits: tuple[int, ...]
    """By module: the layers in which it is an entry point; where it is a door, the layer behind, too."""
    plain: Found
    """Applications of no framework that we know."""


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
    setup, count = set_up(scenery.known), len(facts)
    stripped = stripped_modules(facts, setup.entries)
    graph = ImportGraph(loading, setup.layers)
    reach = spread(Bundles(graph, setup.entries, stripped), count)
    instances = _only(reach)
    roles = tuple([role_in(scenery, module, layers) for module, layers in enumerate(instances)])
    plain = plain_found(scenery, facts, loading, roles, lambda module: bool(reach.rows[module][0]))
    if plain:
        setup = set_up([*scenery.known, *plain])
        graph = ImportGraph(loading, setup.layers)
        reach = spread(Bundles(graph, setup.entries, stripped), count)
        instances = _only(reach)
    return Setting(setup, graph, reach, instances, roles, stripped, entry_bits(setup, graph, count), plain)


def plain_found(
    scenery: Scenery,
    facts: Sequence[ModuleFacts],
    loading: Loading,
    roles: Sequence[Role],
    is_taken: Callable[[int], bool],
) -> Found:
    """Programs of no framework that we know. `is_taken`: a known one loads the module."""

    def imports(module: int) -> list[int]:
        packages = [package for _, package in loading.links.packages.get(module, ())]
        return [target for _, target in loading.loads[module].server] + packages

    project, files, modules = scenery.project, scenery.files, scenery.modules
    return plain_applications(project, files, modules, scenery.packages, facts, roles, imports, is_taken)


def role_in(scenery: Scenery, module: int, layers: int) -> Role:
    """What is in a layer of a known framework is source, whatever it is called."""
    return Role.SOURCE if layers else role_of(scenery.modules[module], scenery.named_by_scripts)


def entry_bits(setup: Setup, graph: ImportGraph, count: int) -> tuple[int, ...]:
    """Both the layer that loads the entry point and, where it is a door, the layer behind."""
    bits = [0] * count
    for entry in setup.entries:
        directive = graph.directives[entry.module]
        loaded = 1 << entry.layer
        bits[entry.module] |= loaded | (graph.doors.entering(loaded, directive) if directive else 0)
    return tuple(bits)


def _only(reach: Reach) -> tuple[int, ...]:
    """A module instance is its module's only part."""
    return tuple([bits for (bits,) in reach.rows])


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
