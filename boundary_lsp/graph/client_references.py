"""The `'use client'` modules that the server's graph refers to, as a build lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.detect import Detected, nearest_manifest
from boundary_lsp.graph.publication import build_row
from boundary_lsp.graph.reach import Reached
from boundary_lsp.graph.setup import Setup
from boundary_lsp.graph.ways import PAGE, ROUTE, Ways
from boundary_lsp.model.facts import ImportForm, ModuleFacts
from boundary_lsp.model.program import Door, DoorKind
from boundary_lsp.model.project import Environment, Project


class ClientReferences:
    """Of one program. A door counts where a rendered entry reaches it (or, in some builds, a route handler).

    What only an action that the client calls would render is in no manifest.
    """

    def __init__(
        self,
        setup: Setup,
        ways: Ways,
        facts: Sequence[ModuleFacts],
        modules: Sequence[str],
        reached: Reached,
        project: Project,
    ) -> None:
        self._builds = [_build(setup, number, detected) for number, detected in enumerate(setup.detected)]
        self._ways = ways
        client = sum(1 << layer.index for layer in setup.layers if layer.environment is Environment.CLIENT)
        self._pruning = _Pruning(client, facts, modules, reached, project)

    @property
    def prunes(self) -> bool:
        """Whether it matters what is reached behind a door."""
        return any(build.prunes for build in self._builds)

    def behind(self, doors: Iterable[Door]) -> tuple[int, ...]:
        """The modules behind those of the doors that count."""
        clients = (door for door in doors if door.kind is DoorKind.CLIENT and door.target >= 0)
        return tuple([door.target for door in clients if any(self._counts(door, build) for build in self._builds)])

    def _counts(self, door: Door, build: _Build) -> bool:
        if not door.layers & build.layers:
            return False
        if door.source < 0:
            return True
        application, ways = build.application, build.listed
        is_listed = not ways or self._ways.is_reached(application, door.source, ways)
        return is_listed and not (build.prunes and self._pruning.drops(door))


class _Build(NamedTuple):
    """What is known of the build of one application."""

    application: int
    layers: int
    """Those from which a door is a reference."""
    listed: int
    """How modules are reached whose doors are listed; 0 where all are."""
    prunes: bool


def _build(setup: Setup, number: int, detected: Detected) -> _Build:
    layers = (layer for layer in setup.layers if layer.application == number)
    bits = sum(1 << layer.index for layer in layers if layer.environment is not Environment.CLIENT)
    row = build_row(detected.profile, detected.application)
    prunes = row is not None and row.prunes_reexports
    if not detected.profile.builds:
        return _Build(number, bits, 0, prunes)
    by_routes = row is None or row.clients_of_routes
    return _Build(number, bits, PAGE | ROUTE if by_routes else PAGE, prunes)


class _Pruning(NamedTuple):
    """Unused imports and re-exports in packages without side effects, where the bundler drops such."""

    client: int
    """The layers that run there."""
    facts: Sequence[ModuleFacts]
    modules: Sequence[str]
    reached: Reached
    project: Project

    def drops(self, door: Door) -> bool:
        if self.facts[door.source].interface.imports[door.imported].form not in _PRUNED_FORMS:
            return False
        manifest = nearest_manifest(self.project, self.modules[door.source])
        if manifest is None or not manifest.side_effect_free:
            return False
        return not any(bits & self.client for bits in self.reached[door.target][1:])


_PRUNED_FORMS = (ImportForm.REEXPORT, ImportForm.STATIC)
