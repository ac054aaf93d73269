"""A program, assembled of what is known of its modules; after an edit, with the rows of those that are not stale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.client_references import ClientReferences
from boundary_lsp.graph.components import Components
from boundary_lsp.graph.doors import doors_of_entries, doors_of_module
from boundary_lsp.graph.endpoints import Endpoint, Frame, Judging, endpoints_in, frame_of, is_stale
from boundary_lsp.graph.flow import Scene, scenes_of
from boundary_lsp.graph.functions import FunctionSeed, functions_in
from boundary_lsp.graph.known import Known, Stale
from boundary_lsp.graph.opaque import asked_by, asked_of_opaque
from boundary_lsp.graph.table import table
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.unknown import counted, unknown_in
from boundary_lsp.model.program import Door, Program


class Rows(NamedTuple):
    """By module."""

    doors: tuple[tuple[Door, ...], ...]
    listed: tuple[tuple[int, ...], ...]
    """The client modules behind doors that a build lists."""
    seeds: tuple[list[FunctionSeed], ...]
    unknown: tuple[tuple[str, ...], ...]
    asked: tuple[tuple[tuple[str, str], ...], ...]
    """(package, name) of what is taken out of packages that we cannot read."""
    endpoints: tuple[tuple[Endpoint, ...], ...]


class Built(NamedTuple):
    """A program, and what the next one may take over from it."""

    program: Program
    known: Known
    frame: Frame
    rows: Rows


def assembled(known: Known, before: Built | None, stale: Stale) -> Built:
    """`stale` says what of the program before does not hold."""
    old = before.rows if before is not None else None
    if before is None or before.known.setting.setup is not known.setting.setup:
        frame, listed = frame_of(known.setting.setup), None
        stale = stale._replace(judges=True)
    else:
        frame, listed = before.frame, before.rows.listed
    parts, count = _Parts(known), len(known.ground.facts)
    doors = table(old and old.doors, count, stale.doors, parts.doors)
    seeds = table(old and old.seeds, count, stale.edited, parts.seeds)
    unknown = table(old and old.unknown, count, stale.edited, parts.unknown)
    asked = table(old and old.asked, count, stale.edited, parts.asked)
    listed = table(listed, count, parts.listed_otherwise(stale), lambda module: parts.references.behind(doors[module]))
    stale = stale._replace(judges=stale.judges or old is None or asked != old.asked)
    found = _endpoints(parts, frame, seeds, asked, old and old.endpoints, stale)
    rows = Rows(doors, listed, seeds, unknown, asked, found)
    return Built(_program(parts, rows), known, frame, rows)


class _Parts:
    """What is found out of one module."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.facts, self.links = known.ground.facts, known.loading.links
        scenery, setup = known.scenery, known.setting.setup
        self.references = ClientReferences(
            setup, known.ways, self.facts, scenery.modules, known.reach.rows, scenery.project
        )

    def doors(self, module: int) -> tuple[Door, ...]:
        setting = self.known.setting
        return doors_of_module(setting.graph, module, setting.instances[module], self.links.leaves)

    def listed_otherwise(self, stale: Stale) -> frozenset[int]:
        """Modules whose doors may be listed otherwise."""
        behind = self.known.ground.importers.of_any(stale.reached) if self.references.prunes else frozenset[int]()
        return stale.doors.union(stale.ways, behind)

    def seeds(self, module: int) -> list[FunctionSeed]:
        return functions_in(module, self.facts[module])

    def unknown(self, module: int) -> tuple[str, ...]:
        return unknown_in(self.facts[module], self.links.server[module], self.links.leaves)

    def asked(self, module: int) -> tuple[tuple[str, str], ...]:
        return asked_by(self.facts[module], self.links.server[module], self.links.leaves)

    def scenes(self) -> tuple[Scene, ...]:
        known, setting = self.known, self.known.setting
        components = Components(self.facts, known.views[0].linker)
        world = World(
            known.scenery.modules,
            self.facts,
            setting.setup.layers,
            setting.instances,
            setting.roles,
            self.links.leaves,
            known.reach.rows,
            setting.graph.doors,
            components,
        )
        return scenes_of(world, known.views)


def _endpoints(
    parts: _Parts,
    frame: Frame,
    seeds: Sequence[Sequence[FunctionSeed]],
    asked: Iterable[Iterable[tuple[str, str]]],
    before: tuple[tuple[Endpoint, ...], ...] | None,
    stale: Stale,
) -> tuple[tuple[Endpoint, ...], ...]:
    scenery, setting, scenes = parts.known.scenery, parts.known.setting, parts.scenes()
    judging = Judging(
        scenery.project,
        scenery.modules,
        setting.roles,
        setting.setup,
        frame,
        parts.known.ways,
        asked_of_opaque(asked),
    )

    def endpoints(module: int) -> tuple[Endpoint, ...]:
        return endpoints_in(seeds[module], scenes, judging, before[module] if before is not None else (), stale)

    touched = {one.seed.module for one in chain.from_iterable(before or ()) if is_stale(one, stale)}
    return table(before, len(seeds), stale.edited.union(touched), endpoints)


def _program(parts: _Parts, rows: Rows) -> Program:
    known, setting = parts.known, parts.known.setting
    setup, graph = setting.setup, setting.graph
    of_entries = doors_of_entries(graph, setup.layers, setup.entries)
    clients = {*parts.references.behind(of_entries), *chain.from_iterable(rows.listed)}
    found = list(chain.from_iterable(rows.endpoints))
    return Program(
        root=known.scenery.project.root,
        applications=tuple(d.application for d in setup.detected),
        layers=setup.layers,
        modules=known.scenery.modules,
        facts=parts.facts,
        directives=graph.directives,
        roles=setting.roles,
        links=parts.links,
        layer_bits=setting.instances,
        reached=known.reach.rows,
        entry_bits=setting.entry_bits,
        named_files=setup.named,
        stripped=setting.stripped,
        doors=(*of_entries, *chain.from_iterable(rows.doors)),
        client_modules=tuple(sorted(clients)),
        server_functions=tuple([endpoint.function for endpoint in found]),
        unknown=counted(rows.unknown, sum([endpoint.trail.lost for endpoint in found])),
    )
