"""What rules ask of a program that depends on no code inside of functions: found once for all rules, and kept while
only such code changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.directives import CLIENT, SERVER
from boundary_lsp.model.facts import Directive, DirectivePlace, Import, ImportForm
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.judged_directives import judged_directives
from boundary_lsp.rules.read_files import ReadFile, read_files
from boundary_lsp.rules.row_index import RowIndex, index_of
from boundary_lsp.rules.verdicts import Found, Verdict


class Outline:
    def __init__(self, program: Program, before: Outline | None = None) -> None:
        """`before`: of the program before an edit."""
        self._program = program
        known = before._indexes if before is not None else {}
        self._indexes: dict[Environment, RowIndex] = {
            side: index_of(program.links.rows(side), index) for side, index in known.items()
        }

    def holds_for(self, program: Program) -> bool:
        """Whatever is asked of it is the same for that program."""
        return _outer(self._program) == _outer(program) and all(
            was is now or was.interface == now.interface
            for was, now in zip(self._program.facts, program.facts, strict=True)
        )

    @cached_property
    def chains(self) -> Chains:
        """Shortest import chains from entry points; computed when a rule first asks."""
        return Chains(self._program)

    @cached_property
    def certain_chains(self) -> Chains:
        """The same along imports that always load: no `import()` or `require()`, which code may guard."""
        return Chains(self._program, certain=True)

    @cached_property
    def compiled(self) -> tuple[int, ...]:
        """Modules in some layer whose compiler reads directives."""
        bits = sum(1 << layer.index for layer in self._program.layers if layer.directives_apply)
        return tuple([module for module, layers in enumerate(self._program.layer_bits) if layers & bits])

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
    def judged_directives(self) -> Mapping[Verdict, Sequence[tuple[int, Found]]]:
        """By verdict: (module, statement) by module and position."""
        return judged_directives(self._program, self.strangely_directed)

    @cached_property
    def read_files(self) -> tuple[ReadFile, ...]:
        """Files whose exports the compiler looks at."""
        return tuple(read_files(self._program))

    @cached_property
    def passing_on(self) -> tuple[int, ...]:
        """Modules with `export … from`."""
        facts = self._program.facts
        return tuple([module for module, one in enumerate(facts) if _passes_on(one.interface.imports)])

    def importing(self, targets: Iterable[int], environment: Environment) -> list[int]:
        """Modules that import one of these modules or `~leaf` numbers, as imports lead in that environment."""
        if environment not in self._indexes:
            self._indexes[environment] = index_of(self._program.links.rows(environment))
        importers = self._indexes[environment].importers
        return sorted(frozenset().union(*[importers.get(target, frozenset()) for target in targets]))


def _outer(program: Program) -> tuple[object, ...]:
    return (
        program.modules,
        program.applications,
        program.layers,
        program.links,
        program.directives,
        program.layer_bits,
        program.entry_bits,
        program.stripped,
        program.named_files,
    )


def _is_plain(written: Sequence[Directive]) -> bool:
    return len(written) == 1 and written[0].place is DirectivePlace.PROLOGUE and written[0].value in (CLIENT, SERVER)


def _passes_on(imports: Iterable[Import]) -> bool:
    return any(imported.form is ImportForm.REEXPORT for imported in imports)
