"""Which modules are not what they were, for those who looked at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from boundary_lsp.graph.table import differing
from boundary_lsp.model.facts import BindingKind, Export
from boundary_lsp.model.program import Program
from boundary_lsp.model.resolution import Leaf

_Lead = int | Leaf
"""Where an import leads: leaves have other numbers in another program."""


def changed_modules(before: Program, after: Program, revalued: Iterable[int]) -> frozenset[int]:
    """Those whose facts, values, directive, imports or server functions differ, and those that pass on names of modules
    which have other names to offer. `revalued`: those whose values do. The programs can be compared."""
    own = {*revalued}
    if before is not after:
        own |= _differing(before, after)
    offering = {module for module in own if _offer(before, module) != _offer(after, module)}
    return frozenset(own | _passing_on(after, offering))


def _differing(before: Program, after: Program) -> set[int]:
    found = differing(before.facts, after.facts) | differing(before.directives, after.directives)
    found |= differing(*_rows(before, after))
    functions = [_function(one) for one in before.server_functions], [_function(one) for one in after.server_functions]
    return (
        found if functions[0] == functions[1] else found | {module for module, *_ in {*functions[0]} ^ {*functions[1]}}
    )


_function = attrgetter("module", "name", "inline", "declaration")


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


def _passing_on(program: Program, offering: set[int]) -> set[int]:
    """Modules that pass on names of these, directly or through others."""
    if not offering:
        return set()
    by: dict[int, list[int]] = {}
    for module, source in _passages(program):
        by.setdefault(source, []).append(module)
    found: set[int] = set()
    pending = list(offering)
    while pending:
        for module in by.get(pending.pop(), ()):
            if module not in found:
                found.add(module)
                pending.append(module)
    return found


def _passages(program: Program) -> Iterator[tuple[int, int]]:
    for module, facts in enumerate(program.facts):
        row = program.links.server[module]
        for export in facts.interface.exports:
            imported, _ = _passed_on(program, module, export)
            if imported >= 0 and row[imported] >= 0:
                yield module, row[imported]
