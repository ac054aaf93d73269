"""redundant-client-directive: a 'use client' module that only client modules import."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import with_directives
from boundary_lsp.rules.endpoints import directive_span
from boundary_lsp.rules.rule import Context, Group, Rule


def check(context: Context) -> Iterator[Finding]:
    doors = set(context.program.client_modules)
    return (found for found in context.everywhere(_in_module, with_directives) if found.module not in doors)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    """If it is no door."""
    if program.layer_bits[module] and program.facts[module].interface.directive == "use client":
        start, end = directive_span(program, module)
        yield Finding(
            RULE.id,
            Severity.INFO,
            "only client modules import this one, so it is no door and the directive changes nothing. "
            "Remove it, or keep it as a promise that server code may render these components.",
            module,
            start,
            end,
            ("client",),
            subject=program.modules[module],
            fix=FixRequest(FixKind.REMOVE_DIRECTIVE, "Remove the directive", True, module, start),
        )


RULE = Rule(
    "redundant-client-directive",
    "a `'use client'` module that only client modules import",
    Severity.INFO,
    Group.DIRECTIVES,
    check,
    enabled=False,
)
