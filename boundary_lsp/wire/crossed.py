"""Where values cross, in the whole program: as the code of modules tells, and because of server functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.table import mended
from boundary_lsp.model.crossings import Crossing
from boundary_lsp.model.program import FunctionKey, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.wire.crossings import by_module, function_crossings
from boundary_lsp.wire.functions import present
from boundary_lsp.wire.reading import Given
from boundary_lsp.wire.sites import NO_SITES, SiteFinder, Sites


class Crossed(NamedTuple):
    sites: Mapping[int, Sites] = {}
    """By module of server code."""
    functions: Mapping[FunctionKey, tuple[Crossing, ...]] = {}
    """By the server function that is called, bound or made."""
    called: Mapping[int, tuple[Crossing, ...]] = {}
    """The same by the module in which that happens."""

    def given(self, module: int) -> Given:
        return self.sites.get(module, NO_SITES), self.called.get(module, ())

    def callers(self, functions: Collection[FunctionKey]) -> set[int]:
        """The modules in which something crosses because of these."""
        return {one.module for key in functions for one in self.functions.get(key, ())}


def crossed_after(
    program: Program,
    finder: SiteFinder,
    before: Crossed,
    stale_sites: Collection[int],
    stale_functions: Collection[FunctionKey],
) -> tuple[Crossed, set[int]]:
    """The same with what is stale found out anew; and the modules that it is about."""
    server = program.environment_bits(Environment.SERVER)
    there = (module for module in sorted(stale_sites) if program.layer_bits[module] & server)
    sites = mended(before.sites, stale_sites, {module: finder.sites(module) for module in there})
    made = {function.key: function_crossings(program, function) for function in present(program, stale_functions)}
    functions = mended(before.functions, stale_functions, made)
    now = Crossed(sites, functions, before.called)
    callers = before.callers(stale_functions) | now.callers(stale_functions)
    called = mended(before.called, callers, _called(before, made, callers, stale_functions))
    return now._replace(called=called), callers.union(stale_sites)


def _called(
    before: Crossed,
    made: Mapping[FunctionKey, tuple[Crossing, ...]],
    callers: Collection[int],
    stale: Collection[FunctionKey],
) -> dict[int, tuple[Crossing, ...]]:
    """Of the callers of stale functions."""
    known = (one for module in callers for one in before.called.get(module, ()) if one.function not in stale)
    return by_module(chain(known, chain.from_iterable(made.values())))
