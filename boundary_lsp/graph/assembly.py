"""A program, assembled of what is known of its modules; after an edit, with the rows of those that are not stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from boundary_lsp.graph.by_name import ByName, NamedUse, named_uses
from boundary_lsp.graph.client_references import ClientReferences
from boundary_lsp.graph.components import Components
from boundary_lsp.graph.doors import doors_of_entries, doors_of_module
from boundary_lsp.graph.endpoints import EndpointRow, Endpoints, Frame, Judging, frame_of
from boundary_lsp.graph.flow import scenes_of
from boundary_lsp.graph.functions import FunctionSeed, functions_in
from boundary_lsp.graph.hidden import Hidden
from boundary_lsp.graph.known import Known, Stale
from boundary_lsp.graph.lookers import Lookers
from boundary_lsp.graph.opaque import asked_by, asked_of_opaque
from boundary_lsp.graph.table import table
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.unknown import counted, unknown_in
from boundary_lsp.model.program import Door, Program

_of_row, _function_of, _lost_of = attrgetter("endpoints"), attrgetter("function"), attrgetter("trail.lost")


class Rows(NamedTuple):
    """By module."""

    doors: tuple[tuple[Door, ...], ...]
    listed: tuple[tuple[int, ...], ...]
    """The client modules behind doors that a build lists."""
    seeds: tuple[list[FunctionSeed], ...]
    unknown: tuple[tuple[str, ...], ...]
    asked: tuple[tuple[tuple[str, str], ...], ...]
    """(package, name) of what is taken out of packages that we cannot read."""
    calls: tuple[tuple[NamedUse, ...], ...]
    """By name; empty where nobody calls so."""
    hidden: Hidden
    """Of all modules."""
    endpoints: tuple[EndpointRow, ...]


class Built(NamedTuple):
    """A program, and what the next one may take over from it."""

    program: Program
    known: Known
    frame: Frame
    rows: Rows
    looking: Lookers[int]
    """Rows of endpoints."""


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
    calls = table(old and old.calls, count, stale.edited, parts.calls) if parts.callers else ()
    hidden = parts.hidden(old.hidden.broken if old is not None else frozenset(), stale.edited if old else range(count))
    by_name = ByName(parts.world, known.scenery.registrars, calls)
    stale = stale._replace(judges=stale.judges or old is None or asked != old.asked)
    judging = parts.judging(frame, asked, hidden)
    judged = Endpoints(seeds, scenes_of(parts.world, known.views), by_name, judging, stale)
    endpoints, looking = _endpoints(judged, before)
    rows = Rows(doors, listed, seeds, unknown, asked, calls, hidden, endpoints)
    return Built(_program(parts, rows, by_name.unknown(seeds)), known, frame, rows, looking)


class _Parts:
    """What is found out of one module."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.facts, self.links = known.ground.facts, known.loading.links
        self.callers = known.scenery.callers
        self.world = _world(known)
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
        scenery = self.known.scenery
        return functions_in(module, scenery.modules[module], self.facts[module], scenery.registrars.get(module))

    def calls(self, module: int) -> tuple[NamedUse, ...]:
        return named_uses(module, self.facts[module], self.callers)

    def unknown(self, module: int) -> tuple[str, ...]:
        return unknown_in(self.facts[module], self.links.server[module], self.links.leaves)

    def asked(self, module: int) -> tuple[tuple[str, str], ...]:
        return asked_by(self.facts[module], self.links.server[module], self.links.leaves)

    def hidden(self, broken: frozenset[int], edited: Iterable[int]) -> Hidden:
        """`broken`: the modules that could not be read, before the edit."""
        looked, setting = frozenset(edited), self.known.setting
        now = (broken - looked).union(module for module in looked if self.facts[module].uses.mentioned)
        return Hidden(now, self.facts, setting.instances, setting.roles)

    def judging(self, frame: Frame, asked: Iterable[Iterable[tuple[str, str]]], hidden: Hidden) -> Judging:
        """`asked`, `hidden`: as in `Rows`."""
        scenery, setting, ways = self.known.scenery, self.known.setting, self.known.ways
        names = asked_of_opaque(asked)
        return Judging(scenery.project, scenery.modules, setting.roles, setting.setup, frame, ways, names, hidden)


def _world(known: Known) -> World:
    setting = known.setting
    return World(
        known.scenery.modules,
        known.ground.facts,
        setting.setup.layers,
        setting.instances,
        setting.roles,
        known.loading.links.leaves,
        known.reach.rows,
        setting.graph.doors,
        Components(known.ground.facts, known.views[0].linker),
    )


def _endpoints(judged: Endpoints, before: Built | None) -> tuple[tuple[EndpointRow, ...], Lookers[int]]:
    """By module, and which rows were found out by looking at a module."""
    count = len(judged.seeds)
    if before is None:
        rows = table(None, count, (), lambda module: judged.of(module, EndpointRow()))
        return rows, Lookers({module: row for module, row in enumerate(rows) if row.endpoints})
    old = before.rows.endpoints
    stale = judged.stale_modules(before.looking, before.rows.hidden)
    rows = table(old, count, stale, lambda module: judged.of(module, old[module]))
    was, now = ({module: side[module] for module in stale} for side in (old, rows))
    return rows, before.looking.after(was, now, stale)


def _program(parts: _Parts, rows: Rows, calls: Mapping[str, int]) -> Program:
    known, setting = parts.known, parts.known.setting
    setup, graph = setting.setup, setting.graph
    of_entries = doors_of_entries(graph, setup.layers, setup.entries)
    clients = {*parts.references.behind(of_entries), *chain.from_iterable(rows.listed)}
    found = list(chain.from_iterable(map(_of_row, rows.endpoints)))
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
        server_functions=tuple(map(_function_of, found)),
        unknown=counted(rows.unknown, sum(map(_lost_of, found)), calls),
    )
