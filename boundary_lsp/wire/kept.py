"""What the next analysis takes over from this one: all that was found out by looking at modules which have not changed.

Every part is kept with the modules that were looked at for it, and holds where none of these is among those that
changed. A part that also depends on something else (a checker's answers, what runs where) is compared by whoever takes
it over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.lookers import Lookers
from boundary_lsp.graph.table import differing
from boundary_lsp.model.program import FunctionKey, Program
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.wire.changes import changed_modules, differing_functions
from boundary_lsp.wire.crossed import Crossed
from boundary_lsp.wire.functions import Functions, present
from boundary_lsp.wire.judged import ModuleJudgement
from boundary_lsp.wire.reading import ModuleReading


class Parts(NamedTuple):
    crossed: Crossed = Crossed()
    functions: Functions = Functions()
    readings: Mapping[int, ModuleReading] = {}
    """By module in which something crosses."""
    types: Mapping[TypeQuestion, WireType] = {}
    """What a checker said about these."""
    judgements: Mapping[int, ModuleJudgement] = {}


class Looking(NamedTuple):
    """Who looked at a module."""

    sites: Lookers[int]
    functions: Lookers[FunctionKey]
    judgements: Lookers[int]
    """And the readings that these are of."""

    def after(self, before: Parts, parts: Parts, renewed: Renewed) -> Looking:
        return Looking(
            self.sites.after(before.crossed.sites, parts.crossed.sites, renewed.sites),
            self.functions.after(before.functions.seen, parts.functions.seen, renewed.functions),
            self.judgements.after(before.judgements, parts.judgements, renewed.judgements),
        )


class Renewed(NamedTuple):
    """The parts that may not be those of the analysis before."""

    sites: Collection[int]
    functions: Collection[FunctionKey]
    judgements: Collection[int]


NOBODY = Looking(Lookers({}), Lookers({}), Lookers({}))


class Kept(NamedTuple):
    program: Program
    values: Mapping[int, ModuleValues]
    """By module, those that were read."""
    parts: Parts
    looking: Looking


class Stale(NamedTuple):
    """Of the parts of an earlier analysis, those that do not hold any more, and those that are missing."""

    sites: Collection[int]
    crossings: Collection[FunctionKey]
    functions: Collection[FunctionKey]
    modules: frozenset[int]
    """Their readings, and their judgements."""


def comparable(before: Kept | None, program: Program) -> Kept | None:
    """None where nothing of it can hold for that program."""
    was = before.program if before is not None else program
    same = (was.modules, was.layers, was.applications) == (program.modules, program.layers, program.applications)
    return before if same else None


def all_stale(program: Program) -> Stale:
    """Where nothing is kept."""
    functions = frozenset(function.key for function in program.server_functions)
    return Stale(range(len(program.modules)), functions, functions, frozenset())


def stale_after(before: Kept, program: Program, revalued: Iterable[int], importers: Callable[[], Importers]) -> Stale:
    """`revalued`: modules whose values differ. `importers`: of the program."""
    was, looking = before.program, before.looking
    changed = changed_modules(was, program, revalued, importers)
    elsewhere = differing(was.reached, program.reached) | differing(was.layer_bits, program.layer_bits)
    functions = differing_functions(was, program)
    there = {function.key for module in changed | elsewhere for function in program.functions_of(module)}
    now = {function.key for function in present(program, functions)}
    others = {key for key in functions if (key in now) != (key in before.parts.functions.seen)}
    return Stale(
        sites=looking.sites.at_any(changed) | elsewhere,
        crossings=there.union(functions),
        functions=looking.functions.at_any(changed) | others,
        modules=looking.judgements.at_any(changed),
    )
