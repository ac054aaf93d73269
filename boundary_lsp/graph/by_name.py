"""References by name: `anvil.server.call("save", 1)` calls whatever is registered as `save` in the same application."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.graph.layers import ANYWHERE
from boundary_lsp.graph.registered import Registrar
from boundary_lsp.graph.token import Token
from boundary_lsp.graph.transfers import NOWHERE, World, transfers
from boundary_lsp.model.dotted import dotted_name
from boundary_lsp.model.facts import ModuleFacts, SiteKind
from boundary_lsp.model.program import LayerTransfer, Reference, Role, Transfer
from boundary_lsp.model.spans import decode_spans, span_at


class NamedUse(NamedTuple):
    """A call by name."""

    token: Token
    """Of what says the name."""
    names: tuple[str, ...]
    """What it may be; empty where it is computed."""


def named_uses(module: int, facts: ModuleFacts, callers: Iterable[str]) -> tuple[NamedUse, ...]:
    """Those of one module, in the order of its sites. `callers`: full names of the functions that call by name."""
    wanted = frozenset(callers)
    calls = [
        index
        for index, site in enumerate(facts.uses.sites)
        if site.kind is SiteKind.CALL and dotted_name(facts.interface, site.binding, site.member) in wanted
    ]
    if not calls:
        return ()
    spans = decode_spans(facts)
    named = {call.site: number for number, call in enumerate(facts.uses.named_calls)}
    found: list[NamedUse] = []
    for index in calls:
        site, number = facts.uses.sites[index], named.get(index, -1)
        span = span_at(spans.named_calls, number) if number >= 0 else span_at(spans.sites, index)
        names = facts.uses.named_calls[number].names if number >= 0 else ()
        found.append(NamedUse(Token(module, SiteKind.CALL, site.declaration, span, None), names))
    return tuple(found)


class Named(NamedTuple):
    """What is known of one function by its names."""

    references: tuple[Reference, ...] = ()
    """Calls by one of them, in the order of modules and text."""
    may_be_called: bool = False
    """Some code that runs calls by a name that is not known."""


class ByName:
    """All calls by name of a program: by application and name."""

    def __init__(self, world: World, registrars: Mapping[int, Registrar], uses: Sequence[tuple[NamedUse, ...]]) -> None:
        """`uses`: by module. What lies outside of all applications may call any of them."""
        self._world = world
        self._registrars = registrars
        self._by_name: dict[tuple[int, str], list[NamedUse]] = {}
        self._computed: dict[int, list[NamedUse]] = {}
        everyone = sorted({registrar.application for registrar in registrars.values()})
        for module, rows in enumerate(uses):
            registrar = registrars.get(module)
            for application in [registrar.application] if registrar else everyone:
                for use in rows:
                    self._add(application, use)

    @property
    def modules(self) -> Collection[int]:
        """Those whose functions can be called by name."""
        return self._registrars.keys()

    def of(self, seed: FunctionSeed) -> Named:
        if not seed.names:
            return Named()
        application = self._registrars[seed.module].application
        found = {use for name in seed.names for use in self._by_name.get((application, name), ())}
        references = sorted(map(self._reference, found), key=lambda reference: (reference.module, reference.start))
        return Named(tuple(references), any(map(self._runs, self._computed.get(application, ()))))

    def unknown(self, seeds: Iterable[Sequence[FunctionSeed]]) -> Mapping[str, int]:
        """How many calls lead to no function of the program that is known, by why. `seeds`: by module."""
        computed = {use for uses in self._computed.values() for use in uses}
        return {"computed-call": len(computed), "unregistered-call": len(self._unregistered(seeds))}

    def _unregistered(self, seeds: Iterable[Sequence[FunctionSeed]]) -> set[NamedUse]:
        """Those by names that no function is registered under, here or by the framework itself."""
        registrars = self._registrars
        known = {(registrars[one.module].application, name) for row in seeds for one in row for name in one.names}
        own = {registrar.application: registrar.profile.own_names for registrar in registrars.values()}
        linked: set[NamedUse] = set()
        for (application, name), uses in self._by_name.items():
            if (application, name) in known or name.startswith(own[application]):
                linked.update(uses)
        return {use for uses in self._by_name.values() for use in uses} - linked

    def _runs(self, use: NamedUse) -> bool:
        return any(moved.transfer is Transfer.NETWORK for moved in self._transfers(use.token))

    def _add(self, application: int, use: NamedUse) -> None:
        for name in use.names:
            self._by_name.setdefault((application, name), []).append(use)
        if not use.names:
            self._computed.setdefault(application, []).append(use)

    def _reference(self, use: NamedUse) -> Reference:
        token = use.token
        return Reference(
            token.module, token.span[0], token.span[1], token.kind, token.declaration, self._transfers(token)
        )

    def _transfers(self, token: Token) -> tuple[LayerTransfer, ...]:
        """Whoever calls by name calls over the network: also the server, and scripts outside of every layer."""
        world = self._world
        if not world.instances[token.module]:
            by_tests = world.roles[token.module] in (Role.TEST, Role.STORY)
            return (LayerTransfer(NOWHERE, Transfer.UNREACHED if by_tests else Transfer.NETWORK),)
        return tuple(
            moved if moved.transfer is Transfer.UNREACHED else LayerTransfer(moved.layer, Transfer.NETWORK)
            for moved in transfers(world, token, ANYWHERE)
        )
