"""Modules of different kinds to edit and to ask about: the same ones for equal trees and seeds."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from bench.measure.edits import (
    CLIENT_DIRECTIVE,
    IMPORTED_STEM,
    SERVER_DIRECTIVE,
    STATEMENT_IN_BODY,
    NothingToEdit,
    source_files,
)

IMPORT = re.compile(r"^import .*$", re.MULTILINE)
PAGE = re.compile(r"(?:^|/)app/(?:.*/)?page\.[jt]sx?$")
APART = re.compile(r"\.(?:test|spec|stories|config|d)\.|(?:^|/)(?:tests?|__tests__|e2e|scripts|node_modules)/")
MANY_IMPORTERS = 0.2
"""The part of the client components that counts, those with most importers first."""


class Role(StrEnum):
    """What a module is for."""

    PAGE = "page"
    CLIENT = "client component"
    SERVER = "server functions"
    HELPER = "helper"


class Chosen(NamedTuple):
    """A module to work on."""

    role: Role
    path: Path


class Choice:
    """The modules that have a body and an import to edit, by role, in a seeded order."""

    def __init__(self, tree: Path, seed: int) -> None:
        """Raises NothingToEdit."""
        texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in source_files(tree)}
        importers = Counter(stem for text in texts.values() for stem in IMPORTED_STEM.findall(text))
        self._by_role: dict[Role, list[Path]] = {role: [] for role in Role}
        for path, text in texts.items():
            role = role_of(path.relative_to(tree).as_posix(), text, importers)
            if role is not None:
                self._by_role[role].append(path)
        clients = sorted(self._by_role[Role.CLIENT], key=lambda path: -importers[path.stem])
        self._by_role[Role.CLIENT] = clients[: max(4, int(len(clients) * MANY_IMPORTERS))]
        rng = random.Random(seed)
        for paths in self._by_role.values():
            rng.shuffle(paths)
        for role in (Role.CLIENT, Role.SERVER, Role.HELPER):
            if not self._by_role[role]:
                raise NothingToEdit(f"no module of the kind '{role}' to edit under {tree.name}")

    def of(self, role: Role) -> list[Path]:
        return self._by_role[role]

    def in_turn(self, count: int) -> list[Chosen]:
        """So many, one of each role in turn; again from the first ones where there are not as many."""
        rows = ([Chosen(role, path) for path in self._by_role[role]] for role in Role)
        mixed = [one for one in chain.from_iterable(zip_longest(*rows)) if one is not None]
        return [mixed[number % len(mixed)] for number in range(count)]


def role_of(path: str, text: str, importers: Mapping[str, int]) -> Role | None:
    """None for what is not edited."""
    if APART.search(path) or not (STATEMENT_IN_BODY.search(text) and IMPORT.search(text)):
        return None
    if PAGE.search(path):
        return Role.PAGE
    stem = Path(path).stem
    if stem == "index" or not importers[stem]:
        return None
    if CLIENT_DIRECTIVE.match(text):
        return Role.CLIENT
    if SERVER_DIRECTIVE.match(text):
        return Role.SERVER
    return Role.HELPER if path.endswith((".ts", ".js")) else None


def server_functions(text: str) -> Iterator[tuple[str, int]]:
    """(name, its offset) of the functions that a module of server functions exports."""
    for found in re.finditer(r"^export (?:async function|const) (\w+)", text, re.MULTILINE):
        yield found[1], found.start(1)
