"""What rules ask of a program, as far as it can outlive an edit."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.paths import Chains
from boundary_lsp.graph.table import differing
from boundary_lsp.model.program import Program
from boundary_lsp.rules.tables import Tables


class Outline:
    tables: Tables
    """What was found in modules, one by one."""
    chains: Chains
    """Shortest import chains from entry points."""
    certain_chains: Chains
    """The same along imports that always load: no `import()` or `require()`, which code may guard."""

    def __init__(self, program: Program, importers: Callable[[], Importers], before: Outline | None = None) -> None:
        """`before`: of the program before an edit."""
        self._program = program
        self.tables = Tables(program, before.tables if before is not None else None)
        if before is not None and _leads_alike(before._program, program):
            self.chains, self.certain_chains = before.chains, before.certain_chains
        else:
            self.chains, self.certain_chains = (
                Chains(program, importers, certain=certain) for certain in (False, True)
            )


def _leads_alike(before: Program, after: Program) -> bool:
    """All import chains are the same."""
    return _loading(before) == _loading(after) and all(
        before.facts[module].interface == after.facts[module].interface
        for module in differing(before.facts, after.facts)
    )


def _loading(program: Program) -> tuple[object, ...]:
    return (
        program.modules,
        program.layers,
        program.links,
        program.directives,
        program.layer_bits,
        program.entry_bits,
        program.stripped,
    )
