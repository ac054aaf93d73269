"""The `'use client'` modules that the server's graph refers to, as a build lists them."""

from __future__ import annotations

from collections.abc import Sequence

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
    found: set[int] = set()
    for door in doors:
        if door.kind is DoorKind.CLIENT and door.target >= 0:
            for number in _applications(door, setup):
                listed = door.source < 0 or _is_listed(door, number, setup, ways)
                if listed and not _is_pruned(door, number, setup, facts, modules, reached, project):
                    found.add(door.target)
    return tuple(sorted(found))


def _applications(door: Door, setup: Setup) -> set[int]:
    return {
        layer.application
        for layer in setup.layers
        if door.layers >> layer.index & 1 and layer.environment is not Environment.CLIENT
    }


def _is_listed(door: Door, number: int, setup: Setup, ways: Sequence[Ways]) -> bool:
    detected = setup.detected[number]
    if not detected.profile.builds:
        return True
    row = build_row(detected.profile, detected.application)
    by_route = door.source in ways[number].routes and (row is None or row.clients_of_routes)
    return door.source in ways[number].pages or by_route


def _is_pruned(
    door: Door,
    number: int,
    setup: Setup,
    facts: Sequence[ModuleFacts],
    modules: Sequence[str],
    reached: Reached,
    project: Project,
) -> bool:
    """An unused import or re-export in a package without side effects, where the bundler drops such."""
    row = build_row(setup.detected[number].profile, setup.detected[number].application)
    if door.source < 0 or row is None or not row.prunes_reexports:
        return False
    if facts[door.source].interface.imports[door.imported].form not in (ImportForm.REEXPORT, ImportForm.STATIC):
        return False
    manifest = nearest_manifest(project, modules[door.source])
    if manifest is None or not manifest.side_effect_free:
        return False
    client = sum(1 << layer.index for layer in setup.layers if layer.environment is Environment.CLIENT)
    declarations = range(1, len(facts[door.target].interface.declarations))
    return not any(reached[door.target][d] & client for d in declarations)
