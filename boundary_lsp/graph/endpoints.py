"""The server functions of a program, judged: who refers to each, whether it is alive, and whether it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.graph.by_name import ByName, Named
from boundary_lsp.graph.flow import Scene, follow
from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.graph.liveness import liveness_by_application, strongest
from boundary_lsp.graph.opaque import Asked, is_asked_for, is_offered
from boundary_lsp.graph.publication import Ways, publication
from boundary_lsp.graph.setup import Setup
from boundary_lsp.graph.trail import Trail
from boundary_lsp.graph.transfers import NOWHERE
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Reference, Role, ServerFunction, Transfer
from boundary_lsp.model.project import Project
from boundary_lsp.project.governing import is_used_outside

_DEAD = (Liveness.TEST_ONLY, Liveness.UNREACHED, Liveness.UNUSED)


class Judging(NamedTuple):
    """What functions are judged by, besides their references."""

    project: Project
    modules: Sequence[str]
    roles: Sequence[Role]
    setup: Setup
    ways: tuple[Ways, ...]
    asked: Asked

    def is_like(self, other: Judging) -> bool:
        """Of one project: whoever is judged by both comes out the same."""
        return self.setup is other.setup and self.ways is other.ways and self.asked == other.asked


class Endpoint(NamedTuple):
    seed: FunctionSeed
    trail: Trail
    named: Named
    function: ServerFunction


def endpoints(
    seeds: Sequence[FunctionSeed],
    scenes: Sequence[Scene],
    judging: Judging,
    known: Mapping[FunctionSeed, Endpoint],
    same: bool,
    by_name: ByName,
) -> list[Endpoint]:
    """In the order of the seeds. `known`: those whose trails hold from the program before; `same`: and all that they
    are judged by."""
    context = _Context(judging)
    found: list[Endpoint] = []
    for seed in seeds:
        before, named = known.get(seed), by_name.of(seed)
        if before is not None and same and before.named == named:
            found.append(before)
        else:
            trail = before.trail if before is not None else _trail(scenes, seed)
            found.append(Endpoint(seed, trail, named, context.judged(seed, trail, named)))
    return found


def _trail(scenes: Sequence[Scene], seed: FunctionSeed) -> Trail:
    return follow(scenes, seed.module, seed.binding) if seed.binding != -1 else Trail(visited={seed.module})


class _Context:
    def __init__(self, judging: Judging) -> None:
        setup = judging.setup
        self._judging = judging
        self._applications = [
            (detected.application, detected.profile, way)
            for detected, way in zip(setup.detected, judging.ways, strict=True)
        ]
        self._entries = frozenset(e.module for e in setup.entries if setup.layers[e.layer].directives_apply)
        self._folders = frozenset(detected.application.path for detected in setup.detected)
        self._uses: dict[int, list[tuple[int, Liveness]]] = {}
        """By module that is an entry point: (application, what that makes of its exports)."""
        for entry in setup.entries:
            use = (setup.layers[entry.layer].application, entry.use)
            self._uses.setdefault(entry.module, []).append(use)

    def judged(self, seed: FunctionSeed, trail: Trail, named: Named) -> ServerFunction:
        layers = self._judging.setup.layers
        references = sorted((*trail.references, *named.references), key=lambda r: (r.module, r.start))
        live = self._live(seed, trail, references, named)
        verdict = publication(seed, trail.references, layers, self._applications)
        return ServerFunction(
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

    def _live(
        self, seed: FunctionSeed, trail: Trail, references: Sequence[Reference], named: Named
    ) -> dict[int, Liveness]:
        project, path = self._judging.project, self._judging.modules[seed.module]
        layers, roles = self._judging.setup.layers, self._judging.roles
        live = dict(liveness_by_application(references, layers, roles, self._entries))
        self._add_own_form(live, seed, trail)
        self._add_framework_uses(live, seed, trail)
        self._add_registered_uses(live, seed, named)
        if is_asked_for(seed, path, self._judging.asked, project):
            live[NOWHERE] = strongest((live.get(NOWHERE, Liveness.UNUSED), Liveness.HANDED_OVER))
        if strongest(live.values()) in _DEAD and is_offered(seed, path, project, self._folders):
            live[NOWHERE] = Liveness.HANDED_OVER
        return live

    def _add_own_form(self, live: dict[int, Liveness], seed: FunctionSeed, trail: Trail) -> None:
        """`<form action={async () => { 'use server'; … }}>`: only the form has that function, and calls it."""
        place = (SiteKind.FORM_ACTION, seed.module, seed.span[0])
        for reference in trail.references:
            if (reference.kind, reference.module, reference.start) == place:
                for moved in reference.transfers:
                    if moved.transfer is Transfer.NETWORK:
                        live[self._judging.setup.layers[moved.layer].application] = Liveness.CALLED

    def _add_framework_uses(self, live: dict[int, Liveness], seed: FunctionSeed, trail: Trail) -> None:
        """A page that lives in a `'use server'` module is used by the framework; a lost trail keeps a function alive,
        also an inline one, which nobody can name but by what holds it."""
        for application, use in self._uses.get(seed.module, ()) if seed.inline < 0 else ():
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
        if named.may_be_called and strongest(live.values()) in _DEAD:
            uses.append(Liveness.HANDED_OVER)
        if uses:
            live[seed.application] = strongest((live.get(seed.application, Liveness.UNUSED), *uses))

    def _overall(self, live: Mapping[int, Liveness], seed: FunctionSeed) -> Liveness:
        found = strongest(live.values())
        name = f"{self._judging.modules[seed.module]}#{seed.name}"
        return strongest((found, Liveness.USED_OUTSIDE)) if is_used_outside(self._judging.project, name) else found
