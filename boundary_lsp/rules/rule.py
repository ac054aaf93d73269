"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from boundary_lsp.graph.paths import Chains
from boundary_lsp.graph.table import Key
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.rules.outline import Outline
from boundary_lsp.rules.tables import Found, Look, Where
from boundary_lsp.rules.told import About, Tell


class Context:
    """A program and what crosses in it, and the costly questions about it that several rules ask."""

    def __init__(self, program: Program, wire: Wire, outline: Outline) -> None:
        """`outline`: of the program."""
        self.program = program
        self.wire = wire
        self.outline = outline

    def everywhere(self, look: Look[Program, Found], where: Where[Program]) -> Iterator[Found]:
        """What the look finds in all modules, in their order; after an edit it only looks at those that the edit
        changed. It must find nothing outside of `where`, and read nothing of a module but the one that it is given."""
        return chain.from_iterable(self.outline.tables.of(look, where).values())

    def told(self, tell: Tell[Key, About], about: Mapping[Key, About]) -> Sequence[Finding]:
        """What `tell` says of each of these; after an edit it is only asked again about those that are others now, or
        where its findings show a module that has changed."""
        return self.outline.told.findings(tell, about)

    @property
    def endpoints(self) -> Mapping[int, Sequence[ServerFunction]]:
        """By module that some application owns, its server functions."""
        return self.outline.endpoints

    def door_sources(self, module: int) -> list[int]:
        """The modules whose import of that one is a door."""
        importers = self.outline.importers().of(module)
        return [one for one in importers if any(door.target == module for door in self.program.doors_from(one))]

    @property
    def chains(self) -> Chains:
        """Shortest import chains from entry points."""
        return self.outline.chains

    @property
    def certain_chains(self) -> Chains:
        """The same along imports that always load."""
        return self.outline.certain_chains


class Group(StrEnum):
    """What a rule is about: rules are chosen by group as well as by name."""

    ENVIRONMENTS = "environments"
    """Code that is loaded where it cannot run."""
    ENDPOINTS = "endpoints"
    """Server functions that need not be there, or not in public."""
    WIRE = "wire"
    """Values that cross."""
    DIRECTIVES = "directives"
    """`'use …'` statements, and where they stand."""
    FUNCTIONS = "functions"
    """What a server function may be, and what a module of them may export."""
    CAPTURES = "captures"
    """What an inline server function takes along from around it."""
    ROUTES = "routes"
    """Files that the framework loads by their name, and what they export."""
    SUPPRESSIONS = "suppressions"
    """Comments that suppress findings."""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    """Kebab-case, readable as "allow X"; its page is `docs/rules/<id>.md`."""
    summary: str
    severity: Severity
    """The gravest that it reports."""
    group: Group
    check: Callable[[Context], Iterable[Finding]]
    enabled: bool = True
    yields_to: tuple[str, ...] = ()
    """Rules whose findings swallow this one's, where they cover its subject."""


def told_by_the_engine(_: Context) -> Iterable[Finding]:
    """The check of a rule about what the other rules find: the engine makes its findings when they have run."""
    return ()
