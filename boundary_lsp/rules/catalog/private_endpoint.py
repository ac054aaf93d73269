"""private-endpoint: a server function that only server code calls."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.endpoints import by_module, in_process_uses, published_where, publishing_step, spoken_name
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
        _uses(function) + publishing_step(program, function),
        program.function_id(function),
    )


def _published(program: Program, function: ServerFunction) -> str:
    return (
        f"{spoken_name(function)} is {_users(function)}, yet it is published{published_where(program, function)}: "
        "anyone can call it over the network, with arguments of their choice. "
        "Move it to a module without `'use server'`, and add `import 'server-only'` there."
    )


def _unpublished(function: ServerFunction) -> str:
    return (
        f"{spoken_name(function)} is {_users(function)}. It is not published now, but the next import may publish it: "
        "move it to a module without `'use server'`."
    )


def _users(function: ServerFunction) -> str:
    uses = in_process_uses(function)
    if not uses:
        return "only rendered by the framework, on the server"
    return f"only used on the server ({counted(len(uses), 'use')})"


def _uses(function: ServerFunction) -> tuple[WitnessStep, ...]:
    return tuple(
        WitnessStep(r.module, r.start, r.end, "used here, in the server's own process")
        for r in in_process_uses(function)[:_MOST_SHOWN]
    )
