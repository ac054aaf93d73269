"""Which modules are not what they were, for those who looked at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.table import differing
from boundary_lsp.model.facts import BindingKind, Export
from boundary_lsp.model.program import FunctionKey, Program, ServerFunction
from boundary_lsp.model.resolution import Leaf

_Lead = int | Leaf
"""Where an import leads: leaves have other numbers in another program."""


def changed_modules(
    before: Program, after: Program, revalued: Iterable[int], importers: Callable[[], Importers]
) -> frozenset[int]:
    """Those whose facts, values, directive, imports or server functions differ, and those that pass on names of modules
    which have other names to offer. `revalued`: those whose values do. `importers`: of the program after. The programs
    can be compared."""
    own = {*revalued}
    if before is not after:
        own |= _differing(before, after)
    offering = {module for module in own if _offer(before, module) != _offer(after, module)}
    return frozenset(own | importers().passing(offering) if offering else own)


def differing_functions(before: Program, after: Program) -> frozenset[FunctionKey]:
    """Those of which the programs say different things, or which only one of them has."""
    was, now = before.server_functions, after.server_functions
    if len(was) == len(now):
        pairs = [(was[number], now[number]) for number in differing(was, now)]
        if all(one.key == other.key for one, other in pairs):
            return frozenset(one.key for one, _ in pairs)
    old, new = _by_key(was), _by_key(now)
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) is not new.get(key))


def _differing(before: Program, after: Program) -> set[int]:
    found = differing(before.facts, after.facts) | differing(before.directives, after.directives)
    found |= differing(*_rows(before, after))
    modules = {module for module, *_ in differing_functions(before, after)}
    return found | {m for m in modules if _functions(before, m) != _functions(after, m)}


def _functions(program: Program, module: int) -> list[tuple[str, int, int]]:
    return [(one.name, one.inline, one.declaration) for one in program.functions_of(module)]


def _by_key(functions: Sequence[ServerFunction]) -> dict[FunctionKey, ServerFunction]:
    """Of two of one key, the first counts, as in `Program.function`."""
    return dict(zip(map(_key, reversed(functions)), reversed(functions), strict=True))


_key = attrgetter("module", "name", "inline")


def _rows(before: Program, after: Program) -> tuple[Sequence[object], Sequence[object]]:
    known = min(len(before.links.leaves), len(after.links.leaves))
    if before.links.leaves[:known] == after.links.leaves[:known]:
        return before.links.server, after.links.server
    return [_leads(before, row) for row in before.links.server], [_leads(after, row) for row in after.links.server]


def _leads(program: Program, row: Sequence[int]) -> tuple[_Lead, ...]:
    return tuple([target if target >= 0 else program.links.leaves[~target] for target in row])


def _offer(program: Program, module: int) -> tuple[str | None, list[tuple[str, bool, _Lead | None, str]]]:
    """All that somebody who looks for a name learns from the module, if the name is not declared there."""
    leads = _leads(program, program.links.server[module])
    offered = []
    for export in program.facts[module].interface.exports:
        source, name = _passed_on(program, module, export)
        offered.append((export.name, export.type_only, leads[source] if source >= 0 else None, name))
    return program.directives[module], offered


def _passed_on(program: Program, module: int, export: Export) -> tuple[int, str]:
    """The import that an export gets its name from, else -1; and what it is called there."""
    if export.source >= 0:
        return export.source, export.imported
    binding = program.facts[module].interface.bindings[export.binding] if export.binding >= 0 else None
    return (binding.owner, binding.name) if binding and binding.kind is BindingKind.IMPORT else (-1, "")
