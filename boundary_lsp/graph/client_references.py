"""The `'use client'` modules that the server's graph refers to, as a build lists them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.detect import nearest_manifest
from boundary_lsp.graph.publication import Ways, build_row
from boundary_lsp.graph.reach import Reached
from boundary_lsp.graph.setup import Setup
from boundary_lsp.model.facts import ImportForm, ModuleFacts
from boundary_lsp.model.program import Door, DoorKind
from boundary_lsp.model.project import Environment, Project


def client_modules(
    doors: Sequence[Door],
    setup: Setup,
    ways: Sequence[Ways],
    facts: Sequence[ModuleFacts],
    modules: Sequence[str],
    reached: Reached,
    project: Project,
) -> tuple[int, ...]:
    """Sorted. A door counts where a rendered entry reaches it (or, in some builds, a route handler).

    What only an action that the client calls would render is in no manifest.
    """
    builds = [_build(setup, number, way) for number, way in enumerate(ways)]
    pruning = _Pruning(setup, facts, modules, reached, project)
    found: set[int] = set()
    applications: dict[int, list[_Build]] = {}
    for door in doors:
        if door.kind is DoorKind.CLIENT and door.target >= 0 and door.target not in found:
            layers = door.layers
            if layers not in applications:
                applications[layers] = [builds[number] for number in _applications(layers, setup)]
            if any(build.lists(door) and not pruning.drops(door, build) for build in applications[layers]):
                found.add(door.target)
    return tuple(sorted(found))


class _Build(NamedTuple):
    """What is known of the build of one application."""

    listed: Container[int] | None
    """Modules whose doors are listed; None where all are."""
    prunes: bool

    def lists(self, door: Door) -> bool:
        return door.source < 0 or self.listed is None or door.source in self.listed


def _build(setup: Setup, number: int, ways: Ways) -> _Build:
    detected = setup.detected[number]
    row = build_row(detected.profile, detected.application)
    prunes = row is not None and row.prunes_reexports
    if not detected.profile.builds:
        return _Build(None, prunes)
    by_routes = ways.routes if row is None or row.clients_of_routes else {}
    return _Build(ways.pages.keys() | by_routes.keys(), prunes)


def _applications(layers: int, setup: Setup) -> set[int]:
    return {
        layer.application
        for layer in setup.layers
        if layers >> layer.index & 1 and layer.environment is not Environment.CLIENT
    }


class _Pruning(NamedTuple):
    """Unused imports and re-exports in packages without side effects, where the bundler drops such."""

    setup: Setup
    facts: Sequence[ModuleFacts]
    modules: Sequence[str]
    reached: Reached
    project: Project

    def drops(self, door: Door, build: _Build) -> bool:
        if door.source < 0 or not build.prunes:
            return False
        if self.facts[door.source].interface.imports[door.imported].form not in _PRUNED_FORMS:
            return False
        manifest = nearest_manifest(self.project, self.modules[door.source])
        if manifest is None or not manifest.side_effect_free:
            return False
        client = sum(1 << layer.index for layer in self.setup.layers if layer.environment is Environment.CLIENT)
        return not any(bits & client for bits in self.reached[door.target][1:])


_PRUNED_FORMS = (ImportForm.REEXPORT, ImportForm.STATIC)
