"""private-endpoint: a server function that only server code calls."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.endpoints import (
    by_module,
    in_process_uses,
    more,
    publishing_clause,
    publishing_steps,
    server_only_advice,
    spoken_name,
)
from boundary_lsp.rules.rule import Context, Rule
from boundary_lsp.rules.wording import counted

_MOST_SHOWN = 3


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    for functions in by_module(program).values():
        for function in functions:
            if function.liveness is Liveness.IN_PROCESS:
                yield _finding(program, function)


RULE = Rule(
    "private-endpoint",
    "a server function that only server code calls",
    Severity.ERROR,
    check,
    yields_to=("stray-server-directive",),
)


def _finding(program: Program, function: ServerFunction) -> Finding:
    is_published = function.published is Publication.YES
    return Finding(
        RULE.id,
        Severity.ERROR if is_published else Severity.INFO,
        _published(program, function) if is_published else _unpublished(function),
        function.module,
        function.start,
        function.end,
        ("server",),
        _uses(function) + publishing_steps(program, function),
        program.function_id(function),
    )


def _published(program: Program, function: ServerFunction) -> str:
    return (
        f"{spoken_name(function)} is {_users(function)}, yet it is published: {publishing_clause(program, function)}. "
        "Anyone can call it over the network, with arguments of their choice. "
        f"Move it to a module without `'use server'`{server_only_advice(program, function.module)}."
    )


def _unpublished(function: ServerFunction) -> str:
    return (
        f"{spoken_name(function)} is {_users(function)}. It is not published now, but an import from a page would "
        "publish it: move it to a module without `'use server'`."
    )


def _users(function: ServerFunction) -> str:
    uses = in_process_uses(function)
    if not uses:
        return "only rendered by the framework, on the server"
    return f"only used on the server ({counted(len(uses), 'use')})"


def _uses(function: ServerFunction) -> tuple[WitnessStep, ...]:
    uses = in_process_uses(function)
    message = "used here, on the server"
    return more([WitnessStep(r.module, r.start, r.end, message) for r in uses[:_MOST_SHOWN]], len(uses))
