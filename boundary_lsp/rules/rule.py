"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.rules.outline import Outline


class Context:
    """A program and what crosses in it, and the costly questions about it that several rules ask."""

    def __init__(self, program: Program, wire: Wire, outline: Outline) -> None:
        """`outline`: of the program, or of one before it for which it holds as well."""
        self.program = program
        self.wire = wire
        self.outline = outline

    @property
    def chains(self) -> Chains:
        """Shortest import chains from entry points."""
        return self.outline.chains

    @property
    def certain_chains(self) -> Chains:
        """The same along imports that always load."""
        return self.outline.certain_chains

    @cached_property
    def forms(self) -> Mapping[FormKind, Sequence[tuple[int, int]]]:
        """(module, form) in modules whose directives a compiler reads, by module and position."""
        found: dict[FormKind, list[tuple[int, int]]] = {}
        for module in self.outline.compiled:
            for index, form in enumerate(self.program.facts[module].forms):
                found.setdefault(form.kind, []).append((module, index))
        return found


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
