"""private-endpoint: a server function that only server code calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from boundary_lsp.graph.registered import registering
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.called_names import registrar_of
from boundary_lsp.rules.endpoints import (
    exported,
    in_process_uses,
    more,
    publishing_clause,
    publishing_steps,
    server_only_advice,
    spoken_name,
)
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import counted, names

_MOST_SHOWN = 3


def check(context: Context) -> Iterable[Finding]:
    return context.told(_in_module, context.endpoints)


RULE = Rule(
    "private-endpoint",
    "a server function that only server code calls",
    Severity.ERROR,
    Group.ENDPOINTS,
    check,
    yields_to=("stray-server-directive", "refused-export"),
)


def _in_module(program: Program, _: int, functions: Sequence[ServerFunction]) -> Iterator[Finding]:
    """One finding for all functions of a module that are in the same position: they have one cause and one cure. What
    is registered has its own."""
    private = [f for f in exported(functions) if f.liveness is Liveness.IN_PROCESS]
    for published in (True, False):
        alike = [f for f in private if (f.published is Publication.YES) == published]
        if alike:
            yield _finding(program, alike)
    yield from (_registered(program, f) for f in functions if _is_registered_for_nobody(f))


def _finding(program: Program, functions: Sequence[ServerFunction]) -> Finding:
    first = functions[0]
    is_published = first.published is Publication.YES
    return Finding(
        RULE.id,
        Severity.ERROR if is_published else Severity.INFO,
        _published(program, functions) if is_published else _unpublished(functions),
        first.module,
        first.start,
        first.end,
        ("server",),
        _uses(functions) + publishing_steps(program, first),
        "\n".join(program.function_id(function) for function in functions),
        fix=_split(functions),
    )


def _is_registered_for_nobody(function: ServerFunction) -> bool:
    is_private = function.is_registered and function.liveness is Liveness.IN_PROCESS
    return is_private and function.published is Publication.YES


def _registered(program: Program, function: ServerFunction) -> Finding:
    decorator = _registering_decorator(program, function)
    remedy = f"Take `@{decorator}` off it" if decorator else "Move it to another module"
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{_users([function])}, yet it is published: {function.publication_reason}. "
        f"Anyone can call it over the network, with arguments of their choice. {remedy}.",
        function.module,
        function.start,
        function.end,
        ("server",),
        _uses([function]),
        program.function_id(function),
    )


def _registering_decorator(program: Program, function: ServerFunction) -> str:
    """As written; empty where the function is registered because of its place."""
    registrar, interface = registrar_of(program, function.module), program.facts[function.module].interface
    rows = registering(registrar, interface) if registrar is not None else ()
    return next((decorator.text for _, decorator, _ in rows if decorator.path == function.name), "")


def _split(functions: Sequence[ServerFunction]) -> FixRequest:
    """Not safe: what is deployed, or lies outside of the repository, may still call them."""
    title = f"Move {'them' if len(functions) > 1 else 'it'} to a module without 'use server'"
    names_ = tuple(function.name for function in functions)
    return FixRequest(FixKind.SPLIT_MODULE, title, False, functions[0].module, functions[0].start, names_)


def _published(program: Program, functions: Sequence[ServerFunction]) -> str:
    them = "them" if len(functions) > 1 else "it"
    are_published = "they are published" if len(functions) > 1 else "it is published"
    return (
        f"{_users(functions)}, yet {are_published}: {publishing_clause(program, functions[0])}. "
        f"Anyone can call {them} over the network, with arguments of their choice. "
        f"Move {them} to a module without `'use server'`{server_only_advice(program, functions[0].module)}."
    )


def _unpublished(functions: Sequence[ServerFunction]) -> str:
    many = len(functions) > 1
    them = "them" if many else "it"
    now = "They are not published now" if many else "It is not published now"
    return (
        f"{_users(functions)}. {now}, but an import from client code would publish {them}: "
        f"move {them} to a module without `'use server'`."
    )


def _users(functions: Sequence[ServerFunction]) -> str:
    subject = names([spoken_name(function) for function in functions])
    verb = "are" if len(functions) > 1 else "is"
    uses = sum(len(in_process_uses(function)) for function in functions)
    if not uses:
        return f"{subject} {verb} only rendered by the framework, on the server"
    return f"{subject} {verb} only used on the server ({counted(uses, 'use')})"


def _uses(functions: Sequence[ServerFunction]) -> tuple[WitnessStep, ...]:
    """The first use of each, then the others."""
    uses = [use for turn in zip_longest(*map(in_process_uses, functions)) for use in turn if use is not None]
    shown = [WitnessStep(r.module, r.start, r.end, "used here, on the server") for r in uses[:_MOST_SHOWN]]
    return more(shown, len(uses))
