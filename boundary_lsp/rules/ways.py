"""How modules come to be loaded: the costly question that several rules ask, answered once for programs in which the
same imports lead the same way."""

from __future__ import annotations

from functools import cached_property

from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.program import Program


class Ways:
    def __init__(self, program: Program) -> None:
        self._program = program

    @cached_property
    def chains(self) -> Chains:
        """Shortest import chains from entry points; computed when a rule first asks."""
        return Chains(self._program)

    @cached_property
    def certain_chains(self) -> Chains:
        """The same along imports that always load: no `import()` or `require()`, which code may guard."""
        return Chains(self._program, certain=True)

    def hold_for(self, program: Program) -> bool:
        """Nothing that they depend on differs: only what is inside of functions does, or where things stand."""
        return _imports(self._program) == _imports(program) and all(
            was is now or was.interface == now.interface
            for was, now in zip(self._program.facts, program.facts, strict=True)
        )


def _imports(program: Program) -> tuple[object, ...]:
    return (
        program.modules,
        program.layers,
        program.links,
        program.directives,
        program.layer_bits,
        program.entry_bits,
        program.stripped,
    )
