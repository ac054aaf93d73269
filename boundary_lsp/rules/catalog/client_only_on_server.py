"""client-only-on-server: code that needs the browser is in the server's graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.frameworks.environments import CLIENT_ONLY_PACKAGES
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.rules.leaks import Leak, Leaks, chain_witness, import_span, statement_span
from boundary_lsp.rules.rule import Context, Group, Rule

_REMEDY = "Put `'use client'` at the top of this module, or cut one import of the chain."
_REMEDIES = {
    "next/router": "In `app/`, take the router from `next/navigation`, in a module with `'use client'`.",
    "react-dom/server": "Return the elements and let Next render them, or load the package with `await import()`.",
}


def check(context: Context) -> Iterable[Finding]:
    return context.told(_in_module, context.outline.chained.of(_LEAKS.in_module, _LEAKS.importing))


RULE = Rule(
    "client-only-on-server",
    "code that needs the browser is in the server's graph",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _is_client_only(leaf: Leaf) -> bool:
    return leaf.kind is LeafKind.PACKAGE and leaf.specifier in CLIENT_ONLY_PACKAGES


_LEAKS = Leaks(Environment.SERVER, lambda layer: layer.directives_apply, _is_client_only)


def _in_module(program: Program, _: int, leaks: Sequence[Leak]) -> Iterator[Finding]:
    return (_finding(program, leak) for leak in leaks)


def _finding(program: Program, leak: Leak) -> Finding:
    start, end = import_span(program, leak.module, leak.imported)
    last = WitnessStep(leak.module, start, end, f"imports {leak.leaf.specifier}, which only the client has")
    entry = program.modules[leak.chain[0].module]
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{leak.leaf.specifier}` works only in the client, and {entry} loads this module on the server: the build "
        f"fails. {_REMEDIES.get(leak.leaf.specifier, _REMEDY)}",
        leak.module,
        *statement_span(program, leak.module, leak.imported),
        ("server",),
        (*chain_witness(program, leak.chain), last),
        f"{program.modules[leak.module]} -> {leak.leaf.specifier}",
        covers=tuple(program.modules[module] for module in sorted({leak.module, *(s.module for s in leak.chain[1:])})),
    )
