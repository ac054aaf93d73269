"""From a place in a text to the export or declaration that the token there stands for."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target, reexport_index
from boundary_lsp.model.facts import BindingKind, Interface, decode_spans
from boundary_lsp.model.program import Program


def name_at(program: Program, module: int, offset: int) -> tuple[int, str] | None:
    """(module, name) as `references_to` takes them; None where no token that we know stands there.

    A token's end counts as the token too, where no other begins there.
    """
    for last in (0, 1):
        for start, end, target in _tokens(program, module):
            if start <= offset < end + last and end > start:
                return target
    return None


def _tokens(program: Program, module: int) -> Iterator[tuple[int, int, tuple[int, str] | None]]:
    """(start, end, what it stands for) of every token of a module, what is defined here first."""
    facts, spans = program.facts[module], decode_spans(program.facts[module])
    interface = facts.interface
    for function in program.server_functions:
        if function.module == module:
            yield function.start, function.end, (module, function.name)
    for export, (start, end) in zip(interface.exports, _pairs(spans.exports), strict=True):
        if export.name not in ("*", "="):
            yield start, end, (module, export.name)
    for number, (start, end) in enumerate(_pairs(spans.declarations)):
        yield start, end, (module, _name_of_declaration(interface, number))
    linker = Linker(program.facts, program.links.server, program.directives)
    for binding, (start, end) in zip(_imported_bindings(interface), _pairs(spans.imported_names), strict=True):
        yield start, end, _named(program, linker.binding(module, binding)) if binding >= 0 else None
    for site, (start, end) in zip(facts.uses.sites, _pairs(spans.sites), strict=True):
        yield start, end, _named(program, linker.member(module, site.binding, site.member))


def _pairs(flat: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return zip(flat[::2], flat[1::2], strict=True)


def _name_of_declaration(interface: Interface, declaration: int) -> str:
    """The name that it is exported under, else its own."""
    for export in interface.exports:
        if export.binding >= 0:
            binding = interface.bindings[export.binding]
            if binding.kind is BindingKind.DECLARATION and binding.owner == declaration:
                return export.name
    return interface.declarations[declaration].name


def _imported_bindings(interface: Interface) -> Iterator[int]:
    """For every imported name, in order, its binding; -1 where it has none."""
    known = {
        (binding.owner, binding.local): number
        for number, binding in enumerate(interface.bindings)
        if binding.kind is BindingKind.IMPORT
    }
    for number, imported in enumerate(interface.imports):
        for name in imported.names:
            yield known.get((number, name.local), -1)


def _named(program: Program, target: Target | None) -> tuple[int, str] | None:
    if target is None or target.binding == NAMESPACE:
        return None
    interface = program.facts[target.module].interface
    if target.binding < NAMESPACE:
        return target.module, interface.exports[reexport_index(target.binding)].name
    for export in interface.exports:
        if export.binding == target.binding:
            return target.module, export.name
    return target.module, interface.bindings[target.binding].local
