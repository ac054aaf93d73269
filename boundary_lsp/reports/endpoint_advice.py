"""Why an endpoint is as it is, who can reach it, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from boundary_lsp.model.endpoints_page import KEEP
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.rules.endpoints import DEAD, is_ours, publishing_clause, server_only_advice
from boundary_lsp.syntax.languages import language_of

_RANKS = {
    (True, Publication.YES): 1,
    (True, Publication.UNKNOWN): 2,
    (True, Publication.NO): 3,
    (False, Publication.YES): 0,
    (False, Publication.UNKNOWN): 2,
    (False, Publication.NO): 4,
}
"""By (is it dead, is it published)."""


def rank(program: Program, function: ServerFunction) -> int:
    """How urgent it is to remove, 0 first. What lies in no application's folder is kept: who uses it is not known."""
    if not is_ours(program, function.module):
        return KEEP
    is_dead = function.liveness in DEAD
    if not is_dead and function.liveness is not Liveness.IN_PROCESS:
        return KEEP
    return _RANKS[is_dead, function.published]


def exposure(program: Program, function: ServerFunction) -> str:
    match function.published:
        case Publication.YES:
            return f"Anyone can call it with a POST request, because {publishing_clause(program, function)}."
        case Publication.NO:
            return f"Nobody can call it from the network: {function.publication_reason}."
        case _:
            return f"Whether anyone can call it from the network is not known: {function.publication_reason}."


def advice(program: Program, function: ServerFunction, sides: Collection[str]) -> list[str]:
    """A sentence each, none where nothing need be done. `sides` are those of its uses."""
    if not is_ours(program, function.module):
        return ["No application of this workspace loads it, so who uses it cannot be known. Ask before you remove it."]
    steps = list(_steps(program, function, sides))
    if steps and function.published is not Publication.NO:
        return ["First look in the server's log for calls that come from elsewhere.", *steps]
    return steps


def _steps(program: Program, function: ServerFunction, sides: Collection[str]) -> Iterator[str]:
    if function.liveness in DEAD:
        yield "Delete it."
    if any(reference.kind is SiteKind.TYPE for reference in function.references) and function.liveness in DEAD:
        yield "Its type is taken somewhere: write that out before."
    match function.liveness:
        case Liveness.UNREACHED:
            yield "The code that uses it does not run: delete that, too."
        case Liveness.TEST_ONLY:
            yield "Its tests go with it."
        case Liveness.IN_PROCESS if function.inline >= 0:
            yield "Take the line 'use server' out of the function: server code goes on calling it as before."
        case Liveness.IN_PROCESS if function.is_registered:
            yield "Do not register it with the framework: server code goes on calling it as before."
        case Liveness.IN_PROCESS:
            yield from _move(program, function, sides)


def _move(program: Program, function: ServerFunction, sides: Collection[str]) -> Iterator[str]:
    outcome = "the network no longer can" if function.published is not Publication.NO else "no import can open it"
    yield f"Move it to a module without 'use server': server code goes on calling it as before, and {outcome}."
    if "scripts" in sides and language_of(program.modules[function.module]).guard:
        yield "Leave import 'server-only' out there: the scripts that use it could not load it."
    elif server_only_advice(program, function.module):
        yield "Begin that module with import 'server-only', so that browser code cannot import it."
