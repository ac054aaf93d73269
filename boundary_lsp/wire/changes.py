"""Which modules are not what they were, for those who looked at them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boundary_lsp.model.facts import BindingKind, Export
from boundary_lsp.model.program import Program
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.wire.items import ValuesOf

_Lead = int | Leaf
"""Where an import leads: leaves have other numbers in another program."""


def changed_modules(
    before: Program, after: Program, read: Mapping[int, ModuleValues], values: ValuesOf
) -> frozenset[int] | None:
    """Those whose facts, values, directive, imports or server functions differ, and those that pass on names of modules
    which have other names to offer. `read`: the values as they were. None where modules cannot be compared."""
    if (before.modules, before.layers, before.applications) != (after.modules, after.layers, after.applications):
        return None
    own = {module for module, was in read.items() if values(module) != was}
    if before is not after:
        own |= _differing(before, after)
    offering = {module for module in own if _offer(before, module) != _offer(after, module)}
    return frozenset(own | _passing_on(after, offering))


def _differing(before: Program, after: Program) -> set[int]:
    """Equal parts are mostly the same ones, which tuples notice before they compare."""
    found = _unequal(before.facts, after.facts)
    found |= _unequal(before.directives, after.directives)
    found |= _unequal(*_rows(before, after))
    functions = _functions(before), _functions(after)
    return found | {m for m in {*functions[0], *functions[1]} if functions[0].get(m) != functions[1].get(m)}


def _unequal(before: Sequence[object], after: Sequence[object]) -> set[int]:
    if before is after:
        return set()
    pairs = enumerate(zip(before, after, strict=True))
    return {module for module, (one, other) in pairs if one is not other and one != other}


def _rows(before: Program, after: Program) -> tuple[Sequence[object], Sequence[object]]:
    known = min(len(before.links.leaves), len(after.links.leaves))
    if before.links.leaves[:known] == after.links.leaves[:known]:
        return before.links.server, after.links.server
    return [_leads(before, row) for row in before.links.server], [_leads(after, row) for row in after.links.server]


def _leads(program: Program, row: Sequence[int]) -> tuple[_Lead, ...]:
    return tuple([target if target >= 0 else program.links.leaves[~target] for target in row])


def _functions(program: Program) -> dict[int, list[tuple[str, int, int]]]:
    found: dict[int, list[tuple[str, int, int]]] = {}
    for one in program.server_functions:
        found.setdefault(one.module, []).append((one.name, one.inline, one.declaration))
    return found


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
