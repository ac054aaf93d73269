"""stray-server-directive: a 'use server' module that the client never uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.endpoints import (
    ALIVE,
    by_module,
    directive_span,
    published_where,
    publishing_step,
    spoken_name,
)
from boundary_lsp.rules.rule import Context, Rule
from boundary_lsp.rules.wording import names


def check(context: Context) -> Iterator[Finding]:
    """A module whose functions are all dead is dead code, not a stray directive: `dead-endpoint` tells of it."""
    for module, functions in by_module(context.program).items():
        in_use = any(f.liveness is Liveness.IN_PROCESS for f in functions)
        if in_use and not any(f.liveness in ALIVE for f in functions):
            yield _finding(context.program, module, functions)


RULE = Rule(
    "stray-server-directive",
    "a `'use server'` module that the client never uses",
    Severity.ERROR,
    check,
)


def _finding(program: Program, module: int, functions: Sequence[ServerFunction]) -> Finding:
    exposed = [f for f in functions if f.published is Publication.YES]
    start, end = directive_span(program, module)
    return Finding(
        RULE.id,
        Severity.ERROR if exposed else Severity.WARNING,
        _message(program, exposed, functions),
        module,
        start,
        end,
        ("server",),
        publishing_step(program, exposed[0]) if exposed else (),
        subject=program.modules[module],
        covers=(*(program.function_id(f) for f in functions), program.modules[module]),
    )


def _message(program: Program, exposed: Sequence[ServerFunction], functions: Sequence[ServerFunction]) -> str:
    unused = f"no client code uses {names([spoken_name(f) for f in functions])}"
    them = "them" if len(functions) > 1 else "it"
    if not exposed:
        return (
            f"{unused}, so `'use server'` does nothing here but wait for an import to publish {them}. "
            "Remove the directive, and add `import 'server-only'`."
        )
    return (
        f"{unused}, yet `'use server'` publishes {them}{published_where(program, exposed[0])}: "
        f"anyone can call {them} over the network. Remove the directive, and add `import 'server-only'`."
    )
