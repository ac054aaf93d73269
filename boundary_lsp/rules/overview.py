"""Where in a program there is something for a rule to look at: found once for all rules, which then look at few modules
each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from boundary_lsp.model.directives import CLIENT, SERVER
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.read_files import ReadFile, read_files


class Overview:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._importers: dict[Environment, dict[int, list[int]]] = {}

    @cached_property
    def compiled(self) -> tuple[int, ...]:
        """Modules in some layer whose compiler reads directives."""
        bits = sum(1 << layer.index for layer in self._program.layers if layer.directives_apply)
        return tuple([module for module, layers in enumerate(self._program.layer_bits) if layers & bits])

    @cached_property
    def forms(self) -> Mapping[FormKind, Sequence[tuple[int, int]]]:
        """(module, form) in compiled modules, by module and position."""
        found: dict[FormKind, list[tuple[int, int]]] = {}
        for module in self.compiled:
            for index, form in enumerate(self._program.facts[module].forms):
                found.setdefault(form.kind, []).append((module, index))
        return found

    @cached_property
    def directed(self) -> tuple[int, ...]:
        """Modules in some layer that have directives."""
        pairs = enumerate(zip(self._program.facts, self._program.layer_bits, strict=True))
        return tuple([module for module, (facts, bits) in pairs if bits and facts.interface.directives])

    @cached_property
    def strangely_directed(self) -> tuple[int, ...]:
        """Those that have more than one `'use client'` or `'use server'` at the head of the file."""
        facts = self._program.facts
        return tuple([module for module in self.directed if not _is_plain(facts[module].interface.directives)])

    @cached_property
    def read_files(self) -> tuple[ReadFile, ...]:
        """Files whose exports the compiler looks at."""
        return tuple(read_files(self._program))

    def importing(self, targets: Iterable[int], environment: Environment) -> list[int]:
        """Modules that import one of these modules or `~leaf` numbers, as imports lead in that environment."""
        if environment not in self._importers:
            links = self._program.links
            self._importers[environment] = _importers(
                links.client if environment is Environment.CLIENT else links.server
            )
        importers = self._importers[environment]
        return sorted({module for target in targets for module in importers.get(target, ())})


def _is_plain(written: Sequence[Directive]) -> bool:
    return len(written) == 1 and written[0].place is DirectivePlace.PROLOGUE and written[0].value in (CLIENT, SERVER)


def _importers(rows: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for module, row in enumerate(rows):
        for target in row:
            found.setdefault(target, []).append(module)
    return found
