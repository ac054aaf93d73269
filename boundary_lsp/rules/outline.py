"""What rules ask of a program, as far as it can outlive an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.rules.endpoints import by_module, by_module_after
from boundary_lsp.rules.tables import Tables, changed_modules
from boundary_lsp.rules.told import Told


class Chained(NamedTuple):
    """What a look may ask that is about a module and the chains that lead there."""

    program: Program
    chains: Chains
    """Shortest import chains from entry points."""
    certain_chains: Chains
    """The same along imports that always load: no `import()` or `require()`, which code may guard."""


class Outline:
    tables: Tables[Program]
    """What was found in modules, one by one."""
    chained: Tables[Chained]
    """The same where it depends on the chains that lead to the module."""
    told: Told
    """Findings about more than one module."""
    endpoints: Mapping[int, Sequence[ServerFunction]]
    """By module that some application owns, its server functions."""
    chains: Chains
    certain_chains: Chains

    def __init__(self, program: Program, importers: Callable[[], Importers], before: Outline | None = None) -> None:
        """`before`: of the program before an edit."""
        self._program = program
        self.importers = importers
        changed = changed_modules(before._program, program) if before is not None else None
        if before is None or changed is None:
            self._begin()
        else:
            self._go_on(before, changed)

    def _begin(self) -> None:
        program, importers = self._program, self.importers
        self.chains, self.certain_chains = Chains(program, importers), Chains(program, importers, certain=True)
        self.tables, self.told = Tables(program), Told(program)
        self.chained = Tables(Chained(program, self.chains, self.certain_chains))
        self.endpoints = by_module(program)

    def _go_on(self, before: Outline, changed: frozenset[int]) -> None:
        program, importers = self._program, self.importers
        touched = touched_modules(before._program, program, changed)
        self.chains = before.chains.after(program, importers, touched)
        self.certain_chains = before.certain_chains.after(program, importers, touched)
        self.tables, self.told = Tables(program, before.tables, changed), Told(program, before.told, changed)
        chained = Chained(program, self.chains, self.certain_chains)
        led_to = changed | self.chains.lost | self.certain_chains.lost
        self.chained = Tables(chained, before.chained, led_to)
        self.endpoints = by_module_after(before._program, program, before.endpoints)


def touched_modules(before: Program, after: Program, changed: Iterable[int]) -> frozenset[int]:
    """Those of the changed ones that are loaded otherwise, and whatever these import, before and after."""
    rerouted = {module for module in changed if _loading(before, module) != _loading(after, module)}
    rerouted.update(one.module for one in {*before.stripped} ^ {*after.stripped})
    return frozenset(rerouted.union(_imported(before, rerouted), _imported(after, rerouted)))


def _loading(program: Program, module: int) -> tuple[object, ...]:
    rows = program.directives, program.layer_bits, program.entry_bits, program.links.server, program.links.client
    return (program.facts[module].interface, *[row[module] for row in rows])


def _imported(program: Program, modules: Iterable[int]) -> set[int]:
    both = (program.links.server, program.links.client)
    packages = (package for module in modules for _, package in program.links.packages.get(module, ()))
    return {target for module in modules for rows in both for target in rows[module]}.union(packages)
