"""One feature of a synthetic Anvil application: forms, what they share, and the server's half."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.trees.fates import Fate
from bench.trees.vocabulary import PARTS, VERBS

FORMS, SHARED, SERVERS, HELPERS = 9, 4, 3, 3
MODULES_PER_FEATURE = 1 + FORMS + SHARED + SERVERS + HELPERS
WEIGHTS = {Fate.CALLED: 70, Fate.IN_PROCESS: 14, Fate.UNUSED: 16}
FORM = """from ._anvil_designer import {name}Template
from anvil import *
import anvil.server
{imports}

PREPARE = "{constant}"


class {name}({name}Template):
    def __init__(self, **properties):
        self.init_components(**properties)
        self.seed = {shared}("seed", 3)

    def refresh(self, **event_args):
        {calls}
        self.raise_event("x-refreshed")
"""
SERVER = """import anvil.server
import anvil.tables as tables
from anvil.tables import app_tables
from .{helper} import {helper}_rows
"""


@dataclass(frozen=True)
class Feature:
    """Texts by path, and what liveness its server functions have."""

    name: str
    texts: dict[str, str] = field(default_factory=dict)
    liveness: dict[str, Fate] = field(default_factory=dict)

    @property
    def shared(self) -> str:
        """The package of what forms share, which others import too."""
        return f"{self.name}_shared"


def build_feature(name: str, earlier: Sequence[Feature], rng: random.Random) -> Feature:
    feature = Feature(name)
    calls: list[str] = []
    for number in range(HELPERS):
        helper = f"{name}_data{number}"
        feature.texts[f"server_code/{helper}.py"] = (
            f'LIMIT = {number + 5}\n\n\ndef {helper}_rows(key):\n    return [key, "{name}"]\n'
        )
    for number in range(SERVERS):
        add_server(feature, number, calls, rng)
    for number in range(SHARED):
        add_shared(feature, number)
    package = "".join(f"from .part{number} import {name}_part{number}\n" for number in range(SHARED))
    feature.texts[f"client_code/{feature.shared}/__init__.py"] = package
    for number, part in enumerate(rng.sample(PARTS, FORMS)):
        other = rng.choice(earlier) if earlier and rng.random() < 0.4 else feature
        add_form(feature, f"{name}_{part}", other, calls[number::FORMS], rng)
    return feature


def add_server(feature: Feature, number: int, calls: list[str], rng: random.Random) -> None:
    """Callables of every fate; `calls` gets the ways in which forms call those that are called."""
    name = f"{feature.name}_server{number}"
    path, text = f"server_code/{name}.py", SERVER.format(helper=f"{feature.name}_data{number % HELPERS}")
    for verb in rng.sample(VERBS, rng.randint(3, 8)):
        function = f"{verb}_{feature.name}_{number}"
        fate = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        feature.liveness[f"{path}#{function}"] = fate
        text += (
            f"\n\n@anvil.server.callable\ndef {function}(key, amount=0):\n"
            f"    return {feature.name}_data{number % HELPERS}_rows(key)[:amount]\n"
        )
        if fate is Fate.CALLED:
            calls.append(function)
        elif fate is Fate.IN_PROCESS:
            text += (
                f"\n\n@anvil.server.http_endpoint('/{function}')\ndef at_{function}(**q):\n    return {function}(1)\n"
            )
            feature.liveness[f"{path}#at_{function}"] = Fate.USED_OUTSIDE
    feature.texts[path] = text


def add_shared(feature: Feature, number: int) -> None:
    name = f"{feature.name}_part{number}"
    before = f"from .part{number - 1} import {feature.name}_part{number - 1}\n\n\n" if number else ""
    inner = f"{feature.name}_part{number - 1}(seed, limit)" if number else "seed * limit"
    text = f"{before}def {name}(seed, limit=2):\n    return {inner}\n"
    feature.texts[f"client_code/{feature.shared}/part{number}.py"] = text


def add_form(feature: Feature, name: str, other: Feature, called: Sequence[str], rng: random.Random) -> None:
    number = rng.randrange(SHARED)
    shared = f"{other.name}_part{number}"
    module = rng.choice((f"..{other.shared}", f"..{other.shared}.part{number}"))
    lines = [*spelled(called)] or ["pass"]
    text = FORM.format(
        name=name.title().replace("_", ""),
        imports=f"from {module} import {shared}",
        constant=called[0] if called else "",
        shared=shared,
        calls="\n        ".join(lines),
    )
    feature.texts[f"client_code/{name}/__init__.py"] = text


def spelled(called: Sequence[str]) -> Iterator[str]:
    """The first through a constant, then in turn."""
    for number, function in enumerate(called):
        call = ("call", "call_s")[number % 2]
        yield f"anvil.server.{call}({'PREPARE' if number == 0 else repr(function)}, self.seed, amount={number})"
