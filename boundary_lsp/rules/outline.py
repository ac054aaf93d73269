"""What rules ask of a program, as far as it can outlive an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.paths import Chains
from boundary_lsp.graph.table import differing
from boundary_lsp.model.program import Program
from boundary_lsp.rules.tables import Tables
from boundary_lsp.rules.told import Told


class Outline:
    tables: Tables
    """What was found in modules, one by one."""
    told: Told
    """Findings about more than one module."""
    chains: Chains
    """Shortest import chains from entry points."""
    certain_chains: Chains
    """The same along imports that always load: no `import()` or `require()`, which code may guard."""

    def __init__(self, program: Program, importers: Callable[[], Importers], before: Outline | None = None) -> None:
        """`before`: of the program before an edit."""
        self._program = program
        self.tables = Tables(program, before.tables if before is not None else None)
        self.told = Told(program, before.told if before is not None else None, self.tables.changed)
        self.importers = importers
        touched = touched_modules(before._program, program) if before is not None else None
        if before is not None and touched is not None:
            self.chains = before.chains.after(program, importers, touched)
            self.certain_chains = before.certain_chains.after(program, importers, touched)
        else:
            self.chains = Chains(program, importers)
            self.certain_chains = Chains(program, importers, certain=True)


def touched_modules(before: Program, after: Program) -> frozenset[int] | None:
    """Those that are loaded otherwise, and whatever these import, before and after. None where the programs cannot be
    compared."""
    if _common(before) != _common(after):
        return None
    was, now = before.facts, after.facts
    rerouted = {module for module in differing(was, now) if was[module].interface != now[module].interface}
    rerouted.update(*map(differing, _loading(before), _loading(after)))
    rerouted.update(one.module for one in {*before.stripped} ^ {*after.stripped})
    return frozenset(rerouted.union(_imported(before, rerouted), _imported(after, rerouted)))


def _common(program: Program) -> tuple[object, ...]:
    return program.modules, program.layers, program.links.verbatim, program.links.own_builds


def _loading(program: Program) -> tuple[Sequence[object], ...]:
    links = program.links
    return program.directives, program.layer_bits, program.entry_bits, links.server, links.client


def _imported(program: Program, modules: Iterable[int]) -> set[int]:
    both = (program.links.server, program.links.client)
    packages = (package for module in modules for _, package in program.links.packages.get(module, ()))
    return {target for module in modules for rows in both for target in rows[module]}.union(packages)
