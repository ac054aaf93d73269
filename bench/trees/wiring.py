"""Imports between the modules of synthetic features; no module of a finished feature stays unreached but the orphan."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bench.trees.feature import Feature
from bench.trees.model import Module, Role, link, pick
from bench.trees.vocabulary import COMPONENT_PACKAGES, LIBRARY_PACKAGES

CROSS_FEATURE_SHARE = 0.4
SECOND_NAME_SHARE = 0.6
BARREL_SHARE = 0.4
PACKAGES_BY_ROLE = {
    Role.PAGE: (1, 3),
    Role.LAYOUT: (0, 2),
    Role.COMPONENT: (1, 4),
    Role.ROUTE: (1, 4),
    Role.ACTIONS: (1, 3),
    Role.HOOK: (1, 2),
    Role.HELPER: (1, 4),
    Role.SCHEMA: (1, 1),
}


def wire(feature: Feature, earlier: Sequence[Feature], rng: random.Random) -> None:
    """Link the feature's modules to one another, to packages and to features before it."""
    add_packages(feature, rng)
    wire_screens(feature, rng)
    wire_views(feature, rng)
    wire_library(feature, rng)
    wire_barrels(feature)
    if earlier:
        wire_across(feature, earlier, rng)


def add_packages(feature: Feature, rng: random.Random) -> None:
    """Imports from packages, which on a tree without node_modules lead nowhere."""
    for module in feature.modules:
        low, high = PACKAGES_BY_ROLE.get(module.role, (0, 0))
        known = COMPONENT_PACKAGES if module.renders else LIBRARY_PACKAGES
        module.packages.extend(rng.sample(known, rng.randint(low, high)))
        if module.directive == "use client":
            module.packages.append(("{ useEffect, useState }", "react"))


def wire_screens(feature: Feature, rng: random.Random) -> None:
    """Pages render their screens and server components, screens their client components."""
    for number, (page, screen) in enumerate(zip(feature.pages, feature.screens, strict=True)):
        link(page, screen, screen.exports[0])
        link_all(page, feature.servers[number::2])
        link_all(screen, feature.clients[number::2])
        link_some(page, feature.helpers, 1, rng)
        link_some(screen, feature.leaves, 1, rng)
    for frame in feature.frames:
        link_some(frame, feature.shared, 1, rng)
    link(feature.clients[0], feature.mixed, feature.mixed.exports[0])


def wire_views(feature: Feature, rng: random.Random) -> None:
    """Components use shared views, hooks, helpers, types, constants and schemas."""
    for number, client in enumerate(feature.clients):
        link_all(client, feature.shared[number::6])
        link_all(client, feature.hooks[number : number + 1])
        link_some(client, feature.helpers, 1, rng)
        link_some(client, feature.leaves, 2, rng)
    for server in feature.servers:
        link_some(server, feature.helpers, 2, rng)
        link_some(server, feature.leaves, 1, rng)
        link_some(server, feature.clients + feature.shared, 2, rng)
    for number, view in enumerate(feature.shared):
        link_some(view, feature.leaves, 2, rng)
        link_some(view, feature.shared[number + 1 :], 1, rng)
    link_some(feature.orphan, feature.shared, 2, rng)


def wire_library(feature: Feature, rng: random.Random) -> None:
    """Routes, actions, hooks and helpers use helpers further down, and the leaves."""
    for route in feature.routes:
        link_some(route, feature.helpers, 2, rng)
        link_some(route, feature.leaves, 2, rng)
    for module in [*feature.actions, *feature.hooks]:
        link_some(module, feature.helpers, 2, rng)
        link_some(module, feature.leaves, 2, rng)
    for number, helper in enumerate([feature.mixed, *feature.helpers]):
        link_some(helper, feature.helpers[number:], 1, rng)
        link_some(helper, feature.leaves, 2, rng)


def wire_barrels(feature: Feature) -> None:
    """Three barrels of `export *`: components, helpers, actions."""
    names = {
        id(feature.ui_barrel): [*feature.clients, *feature.shared],
        id(feature.lib_barrel): feature.helpers,
        id(feature.actions_barrel): feature.actions,
    }
    for barrel in (feature.ui_barrel, feature.lib_barrel, feature.actions_barrel):
        for target in names[id(barrel)]:
            stem = target.path.rsplit("/", 1)[1].rsplit(".", 1)[0]
            barrel.stars.append(f"./{stem}")


def wire_across(feature: Feature, earlier: Sequence[Feature], rng: random.Random) -> None:
    """Uses of other features' helpers and shared views, now and then through their barrels."""
    users = [*feature.pages, *feature.servers, *feature.clients, *feature.routes, *feature.shared]
    for user in users:
        if rng.random() > CROSS_FEATURE_SHARE:
            continue
        other = earlier[rng.randrange(len(earlier))]
        view = user.role in (Role.PAGE, Role.COMPONENT) and rng.random() < 0.5
        target = rng.choice(other.shared if view else other.helpers)
        barrel = other.ui_barrel if view else other.lib_barrel
        through = barrel if rng.random() < BARREL_SHARE else None
        link(user, target, pick(rng, target), through=through)


def link_all(importer: Module, targets: Sequence[Module]) -> None:
    """Link the first export of every target."""
    for target in targets:
        link(importer, target, target.exports[0])


def link_some(importer: Module, targets: Sequence[Module], count: int, rng: random.Random) -> None:
    """Link an export or two of each of `count` targets, or of all where there are fewer."""
    for target in rng.sample(list(targets), min(count, len(targets))):
        link(importer, target, pick(rng, target))
        if rng.random() < SECOND_NAME_SHARE:
            link(importer, target, pick(rng, target))
