"""The server functions of a program, judged: who refers to each, whether it is alive, and whether it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.by_name import ByName, Named
from boundary_lsp.graph.flow import Scene, follow
from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.graph.hidden import Hidden
from boundary_lsp.graph.known import Stale
from boundary_lsp.graph.liveness import liveness_by_application, strongest
from boundary_lsp.graph.lookers import Lookers
from boundary_lsp.graph.opaque import Asked, is_asked_for, is_offered
from boundary_lsp.graph.publication import publication
from boundary_lsp.graph.setup import Setup
from boundary_lsp.graph.trail import Trail
from boundary_lsp.graph.transfers import NOWHERE
from boundary_lsp.graph.ways import Ways
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Reference, Role, ServerFunction, Transfer
from boundary_lsp.model.project import Project
from boundary_lsp.project.governing import is_used_outside

_DEAD = (Liveness.TEST_ONLY, Liveness.UNREACHED, Liveness.UNUSED)
_NOT_SENT = (Liveness.IN_PROCESS, *_DEAD)


class Endpoint(NamedTuple):
    seed: FunctionSeed
    trail: Trail
    named: Named
    is_mentioned: bool
    """A use of it may be hidden in a text that could not be read."""
    ways: frozenset[int]
    """The modules whose ways decided whether it is published."""
    function: ServerFunction


class EndpointRow(NamedTuple):
    """Those of one module, in the order of the text."""

    endpoints: tuple[Endpoint, ...] = ()

    @property
    def looked(self) -> frozenset[int]:
        """The modules that they were looked for in, and those whose ways decided whether they are published."""
        parts = ((one.ways, one.trail.visited, *one.trail.audiences.values()) for one in self.endpoints)
        return frozenset[int]().union(*chain.from_iterable(parts))


class Frame(NamedTuple):
    """What a framework does with the exports of its entry points, and where."""

    entries: frozenset[int]
    """In layers that read directives."""
    folders: frozenset[str]
    """Of applications."""
    uses: Mapping[int, Sequence[tuple[int, Liveness]]]
    """By module that is an entry point: (application, what that makes of its exports)."""


def frame_of(setup: Setup) -> Frame:
    uses: dict[int, list[tuple[int, Liveness]]] = {}
    for entry in setup.entries:
        uses.setdefault(entry.module, []).append((setup.layers[entry.layer].application, entry.use))
    entries = frozenset(entry.module for entry in setup.entries if setup.layers[entry.layer].directives_apply)
    return Frame(entries, frozenset(detected.application.path for detected in setup.detected), uses)


class Judging(NamedTuple):
    """What functions are judged by, besides their references."""

    project: Project
    modules: Sequence[str]
    roles: Sequence[Role]
    setup: Setup
    frame: Frame
    ways: Ways
    asked: Asked
    hidden: Hidden

    def judged(self, seed: FunctionSeed, trail: Trail, named: Named) -> Endpoint:
        layers = self.setup.layers
        references = sorted((*trail.references, *named.references), key=lambda r: (r.module, r.start))
        is_mentioned = self.hidden.may_use(seed)
        live = self._live(seed, trail, references, named)
        if is_mentioned and strongest(live.values()) in _NOT_SENT:
            live[NOWHERE] = Liveness.HANDED_OVER
        looked: set[int] = set()
        verdict = publication(seed, trail.references, layers, self.setup.detected, self.ways, looked)
        function = ServerFunction(
            seed.module,
            seed.name,
            seed.inline,
            seed.declaration,
            seed.span[0],
            seed.span[1],
            tuple(references),
            self._overall(live, seed),
            {application: liveness for application, liveness in sorted(live.items()) if application >= 0},
            verdict.published,
            verdict.by,
            verdict.reason,
            seed.binding,
            bool(seed.registered_by),
        )
        return Endpoint(seed, trail, named, is_mentioned, frozenset(looked), function)

    def _live(
        self, seed: FunctionSeed, trail: Trail, references: Sequence[Reference], named: Named
    ) -> dict[int, Liveness]:
        path, layers = self.modules[seed.module], self.setup.layers
        live = dict(liveness_by_application(references, layers, self.roles, self.frame.entries))
        self._add_own_form(live, seed, trail)
        self._add_framework_uses(live, seed, trail)
        self._add_registered_uses(live, seed, named)
        if is_asked_for(seed, path, self.asked, self.project):
            live[NOWHERE] = strongest((live.get(NOWHERE, Liveness.UNUSED), Liveness.HANDED_OVER))
        if strongest(live.values()) in _DEAD and is_offered(seed, path, self.project, self.frame.folders):
            live[NOWHERE] = Liveness.HANDED_OVER
        return live

    def _add_own_form(self, live: dict[int, Liveness], seed: FunctionSeed, trail: Trail) -> None:
        """`<form action={async () => { 'use server'; … }}>`: only the form has that function, and calls it."""
        place = (SiteKind.FORM_ACTION, seed.module, seed.span[0])
        for reference in trail.references:
            if (reference.kind, reference.module, reference.start) == place:
                for moved in reference.transfers:
                    if moved.transfer is Transfer.NETWORK:
                        live[self.setup.layers[moved.layer].application] = Liveness.CALLED

    def _add_framework_uses(self, live: dict[int, Liveness], seed: FunctionSeed, trail: Trail) -> None:
        """A page that lives in a `'use server'` module is used by the framework; a lost trail keeps a function alive,
        also an inline one, which nobody can name but by what holds it."""
        for application, use in self.frame.uses.get(seed.module, ()) if seed.inline < 0 else ():
            live[application] = strongest((live.get(application, Liveness.UNUSED), use))
        if trail.lost and any(liveness is Liveness.IN_PROCESS for liveness in live.values()):
            live.update((a, Liveness.HANDED_OVER) for a, found in live.items() if found is Liveness.IN_PROCESS)
        if trail.lost and not live and seed.inline >= 0:
            live[NOWHERE] = Liveness.HANDED_OVER

    def _add_registered_uses(self, live: dict[int, Liveness], seed: FunctionSeed, named: Named) -> None:
        """What the framework knows of a use that no code says, and what a call by an unknown name may mean."""
        uses = [rule.use for rule in seed.registered_by]
        if seed.is_started:
            uses.append(Liveness.USED_OUTSIDE)
        if named.may_be_called and strongest(live.values()) in _NOT_SENT:
            uses.append(Liveness.HANDED_OVER)
        if uses:
            live[seed.application] = strongest((live.get(seed.application, Liveness.UNUSED), *uses))

    def _overall(self, live: Mapping[int, Liveness], seed: FunctionSeed) -> Liveness:
        found = strongest(live.values())
        name = f"{self.modules[seed.module]}#{seed.name}"
        return strongest((found, Liveness.USED_OUTSIDE)) if is_used_outside(self.project, name) else found


class Endpoints(NamedTuple):
    """What the functions of a program are judged with, and of those before, what does not hold."""

    seeds: Sequence[Sequence[FunctionSeed]]
    """By module."""
    scenes: Sequence[Scene]
    by_name: ByName
    judging: Judging
    stale: Stale

    def of(self, module: int, before: EndpointRow) -> EndpointRow:
        """Those of one module. `before`: those of the program before."""
        known = {one.seed: one for one in before.endpoints if not one.trail.is_touched(self.stale.trails)}
        return EndpointRow(tuple([self._judged(seed, known.get(seed)) for seed in self.seeds[module]]))

    def stale_modules(self, looking: Lookers[int], hidden: Hidden) -> frozenset[int]:
        """Where some have to be judged again. `looking`, `hidden`: of the program before."""
        if self.stale.judges:
            return frozenset(range(len(self.seeds)))
        differs = self.judging.hidden.may_use_otherwise(hidden)
        mentioned = [module for module, seeds in enumerate(self.seeds) if seeds and any(map(differs, seeds))]
        looked = looking.at_any(self.stale.trails | self.stale.ways)
        return looked.union(self.stale.edited, self.by_name.modules, mentioned)

    def is_stale(self, endpoint: Endpoint) -> bool:
        """It has to be judged again, or even looked for."""
        stale = self.stale
        if stale.judges or not endpoint.ways.isdisjoint(stale.ways) or endpoint.trail.is_touched(stale.trails):
            return True
        if self.judging.hidden.may_use(endpoint.seed) != endpoint.is_mentioned:
            return True
        return bool(endpoint.seed.names) and self.by_name.of(endpoint.seed) != endpoint.named

    def _judged(self, seed: FunctionSeed, known: Endpoint | None) -> Endpoint:
        if known is not None and not self.is_stale(known):
            return known
        trail = known.trail if known is not None else self._trail(seed)
        return self.judging.judged(seed, trail, self.by_name.of(seed))

    def _trail(self, seed: FunctionSeed) -> Trail:
        found = seed.binding != -1
        return follow(self.scenes, seed.module, seed.binding) if found else Trail(visited={seed.module})
