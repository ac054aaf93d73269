"""inline-server-in-client: a function with a server's directive in a module that the browser loads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model.directives import SERVER
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_layers
from boundary_lsp.rules.judged_directives import strangely_directed
from boundary_lsp.rules.leaks import chain_witness
from boundary_lsp.rules.reading import Reading, finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    for read in context.everywhere(_in_module, strangely_directed):
        chain = _chain(context, read.module)
        message = f"{_reason(program, read, chain)} {_remedy(read)}"
        found = finding(RULE.id, RULE.severity, program, read, message)
        yield msgspec.structs.replace(found, environments=("client",), witness=chain_witness(program, chain))


def _in_module(program: Program, module: int) -> Iterator[Reading]:
    return readings(program, module, Verdict.INLINE_IN_CLIENT)


RULE = Rule(
    "inline-server-in-client",
    "a function with `'use server'` or `'use cache'` in a module that the browser loads",
    Severity.ERROR,
    Group.DIRECTIVES,
    check,
)


def _chain(context: Context, module: int) -> Sequence[ChainStep]:
    """The shortest to an instance for the browser."""
    layers = [one for one in compiling_layers(context.program, module) if one.environment is Environment.CLIENT]
    chains = [context.chains.in_layer(module, layer.index) for layer in layers]
    return min(filter(None, chains), key=len, default=[])


def _reason(program: Program, read: Reading, chain: Sequence[ChainStep]) -> str:
    doors = [step.module for step in chain if program.directives[step.module] is not None]
    by = f"{program.modules[doors[-1]]} takes it there, " if doors and doors[-1] != read.module else ""
    return f"the browser loads this module, {by}and a function with `'{read.directive.value}'` cannot be part of it."


def _remedy(read: Reading) -> str:
    if read.directive.value == SERVER:
        return (
            "Move the function to a file that starts with `'use server'` and import it, or pass it down from a server "
            "component."
        )
    return "Move the function to a file that starts with `'use cache'`, or call it on the server and pass the result."
