"""Asking for `'use client'` at the top of a module."""

from __future__ import annotations

from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import compiling_layers


def client_module(program: Program, module: int, *, safe: bool) -> FixRequest | None:
    """None where a directive is there already, or none is read."""
    interface = program.facts[module].interface
    if interface.directives or not any(compiling_layers(program, module)):
        return None
    if any(declaration.is_async for declaration in interface.declarations):
        return None  # only the server waits for a component
    return FixRequest(FixKind.ADD_DIRECTIVE, "Put 'use client' at the top", safe, module, 0, (CLIENT,))
