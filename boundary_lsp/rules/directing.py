"""Asking for `'use client'` at the top of a module."""

from __future__ import annotations

from boundary_lsp.frameworks.environments import SERVER_ONLY_PACKAGES
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import compiling_layers


def client_module(program: Program, module: int, *, safe: bool) -> FixRequest | None:
    """None where a directive is there already, or none is read, or something in it is for the server alone."""
    interface = program.facts[module].interface
    is_read = any(compiling_layers(program, module))
    if interface.directives or not is_read or _is_for_the_server(program, module):
        return None
    return FixRequest(FixKind.ADD_DIRECTIVE, "Put 'use client' at the top", safe, module, 0, (CLIENT,))


def _is_for_the_server(program: Program, module: int) -> bool:
    """Only the server waits for a component, reads what a page exports besides, and has certain packages."""
    interface = program.facts[module].interface
    waits = any(declaration.is_async for declaration in interface.declarations)
    is_named = bool(program.named(module))
    exports_more = is_named and any(not e.type_only and e.name != "default" for e in interface.exports)
    leaves = (program.links.leaves[~target] for target in program.links.server[module] if target < 0)
    return waits or exports_more or any(leaf.specifier in SERVER_ONLY_PACKAGES for leaf in leaves)
