"""One feature of a synthetic application: its modules, empty, each with its exports."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.trees.model import Export, Kind, Module, Role
from bench.trees.vocabulary import PARTS, VERBS, camel, pascal

MODULES_PER_FEATURE = 55
INPUT = "input: { id: string; name: string; amount: number }"


@dataclass(frozen=True)
class Feature:
    """The modules of one feature by what they are for."""

    name: str
    pages: list[Module]
    screens: list[Module]
    frames: list[Module]
    routes: list[Module]
    servers: list[Module]
    clients: list[Module]
    shared: list[Module]
    orphan: Module
    actions: list[Module]
    hooks: list[Module]
    helpers: list[Module]
    mixed: Module
    leaves: list[Module]
    test: Module
    ui_barrel: Module
    lib_barrel: Module
    actions_barrel: Module

    @property
    def modules(self) -> list[Module]:
        """Every module of the feature, in a fixed order."""
        groups = (self.pages, self.screens, self.frames, self.routes, self.servers, self.clients)
        more = (self.shared, self.actions, self.hooks, self.helpers, self.leaves)
        single = [self.orphan, self.mixed, self.test]
        barrels = [self.ui_barrel, self.lib_barrel, self.actions_barrel]
        return [module for group in (*groups, *more, single, barrels) for module in group]


def component(path: str, name: str, directive: str = "", role: Role = Role.COMPONENT) -> Module:
    """A module with one exported component."""
    return Module(path, role, directive, [Export(name, Kind.COMPONENT)])


def components(feature: str, group: str, count: int, directive: str, rng: random.Random) -> list[Module]:
    """`count` component modules under `ui/`, named after parts of a screen."""
    parts = rng.sample(PARTS, count)
    return [component(f"ui/{feature}/{group}-{part}.tsx", pascal(feature, group, part), directive) for part in parts]


def functions(path: str, prefix: str, count: int, role: Role = Role.HELPER) -> Module:
    """A module that exports `count` plain functions."""
    names = [prefix if not number else f"{prefix}{number}" for number in range(count)]
    return Module(path, role, "", [Export(name, Kind.CALL, "seed: string, limit = 10") for name in names])


def leaf(path: str, role: Role, kind: Kind, names: list[str]) -> Module:
    """A module of types, constants or schemas, which imports next to nothing."""
    return Module(path, role, "", [Export(name, kind) for name in names])


def leaves(feature: str) -> list[Module]:
    """The feature's types, constants and schemas, two modules each."""
    base, words = f"lib/{feature}", ("core", "list")
    kinds = (
        (Role.TYPES, Kind.TYPE, "Props"),
        (Role.CONSTANTS, Kind.VALUE, "Limits"),
        (Role.SCHEMA, Kind.VALUE, "Schema"),
    )
    return [
        leaf(f"{base}/{role}-{word}.ts", role, kind, [pascal(feature, word, suffix, str(n)) for n in range(3)])
        for role, kind, suffix in kinds
        for word in words
    ]


def action_module(feature: str, number: int, rng: random.Random) -> Module:
    """A `'use server'` module with three to eight exports."""
    verbs = rng.sample(VERBS, rng.randint(3, 8))
    names = [camel(verb, feature, str(number)) for verb in verbs]
    exports = [Export(name, Kind.ACTION, INPUT) for name in names]
    return Module(f"lib/actions/{feature}/set-{number}.ts", Role.ACTIONS, "use server", exports)


def routes(feature: str, rng: random.Random) -> list[Module]:
    """Six route handlers of one or two methods."""
    places = ("", "/[id]", "/export", "/count", "/[id]/events", "/webhook")
    methods = [Export(name, Kind.CALL, "request: Request") for name in ("GET", "POST")]
    return [
        Module(f"app/api/{feature}{place}/route.ts", Role.ROUTE, "", methods[: rng.randint(1, 2)]) for place in places
    ]


def screens(name: str, file: str, suffix: str, directive: str, role: Role) -> list[Module]:
    """The list's and the detail's module of one kind."""
    home = f"app/(dashboard)/{name}"
    places = (("", "list"), ("/[id]", "detail"))
    return [component(f"{home}{at}/{file}.tsx", pascal(name, kind, suffix), directive, role) for at, kind in places]


def hooks(name: str, rng: random.Random) -> list[Module]:
    """Three hooks."""
    parts = rng.sample(PARTS, 3)
    return [functions(f"lib/hooks/use-{name}-{part}.ts", camel("use", name, part), 1, Role.HOOK) for part in parts]


def helpers(name: str, rng: random.Random) -> list[Module]:
    """Six modules of one to four functions."""
    verbs = rng.sample(VERBS, 6)
    return [functions(f"lib/{name}/{verb}.ts", camel(verb, name, "value"), rng.randint(1, 4)) for verb in verbs]


def build_feature(name: str, rng: random.Random) -> Feature:
    """The feature's modules, not yet linked."""
    home, retired = f"app/(dashboard)/{name}", pascal(name, "retired-panel")
    return Feature(
        name,
        pages=screens(name, "page", "page", "", Role.PAGE),
        screens=screens(name, "page-client", "screen", "use client", Role.COMPONENT),
        frames=[
            component(f"{home}/{kind}.tsx", pascal(name, kind), role=Role.LAYOUT) for kind in ("layout", "loading")
        ],
        routes=routes(name, rng),
        servers=components(name, "server", 5, "", rng),
        clients=components(name, "client", 6, "use client", rng),
        shared=components(name, "view", 9, "", rng),
        orphan=component(f"ui/{name}/retired-panel.tsx", retired, "use client"),
        actions=[action_module(name, number, rng) for number in range(2)],
        hooks=hooks(name, rng),
        helpers=helpers(name, rng),
        mixed=functions(f"lib/{name}/mixed.ts", camel("describe", name), 1),
        leaves=leaves(name),
        test=Module(f"tests/{name}.test.ts", Role.TEST),
        ui_barrel=Module(f"ui/{name}/index.ts", Role.BARREL),
        lib_barrel=Module(f"lib/{name}/index.ts", Role.BARREL),
        actions_barrel=Module(f"lib/actions/{name}/index.ts", Role.BARREL),
    )
