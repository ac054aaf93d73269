"""stray-server-directive: a 'use server' module that the client never uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.endpoints import (
    ALIVE,
    directive_span,
    exported,
    publishing_clause,
    publishing_steps,
    server_only_advice,
    spoken_name,
)
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import names


def check(context: Context) -> Iterable[Finding]:
    stray = {module: functions for module, functions in context.endpoints.items() if _is_stray(exported(functions))}
    return context.told(_in_module, {module: (one, context.door_sources(module)) for module, one in stray.items()})


RULE = Rule(
    "stray-server-directive",
    "a `'use server'` module that the client never uses",
    Severity.ERROR,
    Group.ENDPOINTS,
    check,
    yields_to=("directive-without-effect",),
)


def _is_stray(functions: Sequence[ServerFunction]) -> bool:
    """A module whose functions are all dead is dead code, not a stray directive: `dead-endpoint` tells of it."""
    liveness = [function.liveness for function in functions]
    return Liveness.IN_PROCESS in liveness and ALIVE.isdisjoint(liveness)


def _in_module(
    program: Program, module: int, about: tuple[Sequence[ServerFunction], Sequence[int]]
) -> Iterator[Finding]:
    functions, loaded_by = about
    yield _finding(program, module, exported(functions), loaded_by)


def _finding(program: Program, module: int, functions: Sequence[ServerFunction], loaded_by: Sequence[int]) -> Finding:
    """`loaded_by`: client modules whose import of the module is a door."""
    exposed = [f for f in functions if f.published is Publication.YES]
    start, end = directive_span(program, module)
    return Finding(
        RULE.id,
        Severity.ERROR if exposed else Severity.WARNING,
        _message(program, exposed, functions, _remedy(program, module, loaded_by)),
        module,
        start,
        end,
        ("server",),
        publishing_steps(program, exposed[0]) if exposed else (),
        subject=program.modules[module],
        fix=_fix(module, start) if not loaded_by else None,
        covers=(*(program.function_id(f) for f in functions), program.modules[module]),
    )


def _message(
    program: Program, exposed: Sequence[ServerFunction], functions: Sequence[ServerFunction], remedy: str
) -> str:
    unused = f"no client code uses {names([spoken_name(f) for f in functions])}"
    them = "them" if len(functions) > 1 else "it"
    if not exposed:
        return f"{unused}, so `'use server'` does nothing here but wait for an import to publish {them}. {remedy}"
    return (
        f"{unused}, yet `'use server'` publishes {them}: {publishing_clause(program, exposed[0])}. "
        f"Anyone can call {them} over the network. {remedy}"
    )


def _fix(module: int, start: int) -> FixRequest:
    """Not safe: what is deployed, or lies outside of the repository, may still call the functions."""
    return FixRequest(FixKind.REMOVE_DIRECTIVE, "Remove the directive", False, module, start)


def _remedy(program: Program, module: int, loaded_by: Sequence[int]) -> str:
    """Where the module is imported by code of the client bundle, the directive is what keeps it out of there."""
    remove = f"remove the directive{server_only_advice(program, module)}."
    if not loaded_by:
        return remove[0].upper() + remove[1:]
    importer = program.modules[loaded_by[0]]
    return f"First move what client code needs out of {importer}, which imports this module; then {remove}"
