"""dead-endpoint: a server function that no running code uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Liveness, Program, Publication, Reference, ServerFunction
from boundary_lsp.rules.endpoints import DEAD, directive_span, exported, more, publishing_steps, spoken_name
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import names

_MOST_SHOWN = 3


def check(context: Context) -> Iterable[Finding]:
    return context.told(_in_module, context.endpoints)


RULE = Rule(
    "dead-endpoint",
    "a server function that no running code uses",
    Severity.WARNING,
    Group.ENDPOINTS,
    check,
    yields_to=("stray-server-directive", "refused-export"),
)


def _in_module(program: Program, module: int, functions: Sequence[ServerFunction]) -> Iterator[Finding]:
    """An inline function in code that nothing reaches is no endpoint, so only published ones count."""
    together = exported(functions)
    dead = [f for f in together if f.liveness in DEAD]
    if len(dead) == len(together) and len(dead) > 1:
        yield _whole_module(program, module, dead)
    else:
        yield from (_finding(program, f) for f in dead)
    for function in functions:
        stands_alone = function.is_registered or (function.inline >= 0 and function.published is Publication.YES)
        if stands_alone and function.liveness in DEAD:
            yield _finding(program, function)


def _finding(program: Program, function: ServerFunction) -> Finding:
    return Finding(
        RULE.id,
        Severity.WARNING,
        f"{spoken_name(function)} {_why(program, function)}{_exposure(function)}. {_remedy(function)}",
        function.module,
        function.start,
        function.end,
        ("server",),
        _uses(function) + publishing_steps(program, function),
        program.function_id(function),
        fix=_removal(function.module, [function]),
    )


def _whole_module(program: Program, module: int, functions: Sequence[ServerFunction]) -> Finding:
    exposed = next((f for f in functions if f.published is Publication.YES), functions[0])
    start, end = directive_span(program, module)
    return Finding(
        RULE.id,
        Severity.WARNING,
        f"nothing that runs uses {names([spoken_name(f) for f in functions])}, all that this module exports"
        f"{_exposure(exposed, many=True)}. Delete the module.",
        module,
        start,
        end,
        ("server",),
        publishing_steps(program, exposed),
        program.modules[module],
        fix=_removal(module, functions),
    )


def _removal(module: int, functions: Sequence[ServerFunction]) -> FixRequest | None:
    """Of what has no use at all. Never safe: what is deployed, or lies outside of the repository, may still call it."""
    if any(f.liveness is not Liveness.UNUSED or f.inline >= 0 or _running(f) for f in functions):
        return None
    title = "Remove it and what only it uses" if len(functions) == 1 else "Remove them and what only they use"
    return FixRequest(
        FixKind.REMOVE_EXPORTS, title, False, module, functions[0].start, tuple(f.name for f in functions)
    )


def _why(program: Program, function: ServerFunction) -> str:
    if function.liveness is Liveness.TEST_ONLY:
        return "is used by tests only"
    users = sorted(_dead_users(function))
    if users:
        return f"is used only in code that nothing reaches ({names([f'`{program.modules[m]}`' for m in users])})"
    return "is not used anywhere"


def _remedy(function: ServerFunction) -> str:
    if any(reference.kind is SiteKind.TYPE for reference in function.references):
        return "Write out the type that is taken from it, then delete it."
    if function.liveness is Liveness.TEST_ONLY:
        return "Delete it together with its tests."
    return "Delete it together with that code." if _dead_users(function) else "Delete it."


def _dead_users(function: ServerFunction) -> set[int]:
    """Modules with code that uses it and that nothing reaches; that it calls itself is no use of it."""
    if function.liveness is not Liveness.UNREACHED:
        return set()
    itself = (function.module, function.declaration)
    return {r.module for r in _running(function) if (r.module, r.declaration) != itself}


def _running(function: ServerFunction) -> list[Reference]:
    """Its uses, but for those of its type alone."""
    return [r for r in function.references if not r.is_specifier and r.kind is not SiteKind.TYPE]


def _exposure(function: ServerFunction, many: bool = False) -> str:
    if function.published is not Publication.YES:
        return ""
    return ", yet anyone can still call them over the network" if many else ", yet anyone can call it over the network"


def _uses(function: ServerFunction) -> tuple[WitnessStep, ...]:
    uses = [r for r in _running(function) if not r.through]
    message = "used by a test" if function.liveness is Liveness.TEST_ONLY else "nothing reaches this use"
    return more([WitnessStep(r.module, r.start, r.end, message) for r in uses[:_MOST_SHOWN]], len(uses))
