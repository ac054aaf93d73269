"""Why an endpoint is as it is, who can reach it, and what to do about it."""

from __future__ import annotations

from boundary_lsp.model.endpoints_page import KEEP
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.reports.styled import listed
from boundary_lsp.rules.endpoints import DEAD, is_ours, publishing_clause, server_only_advice

_RANKS = {
    (True, Publication.YES): 1,
    (True, Publication.UNKNOWN): 2,
    (True, Publication.NO): 3,
    (False, Publication.YES): 0,
    (False, Publication.UNKNOWN): 2,
    (False, Publication.NO): 4,
}
"""By (is it dead, is it published)."""

_MOST_USERS = 3


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


def advice(program: Program, function: ServerFunction) -> str:
    """Empty where nothing need be done."""
    if not is_ours(program, function.module):
        return "No application of this workspace loads it, so who uses it cannot be known. Ask before you remove it."
    match function.liveness:
        case Liveness.UNUSED:
            return f"Delete it.{_type_first(function)}{_caution(function)}"
        case Liveness.UNREACHED:
            return (
                f"Delete it together with {_dead_users(program, function)}.{_type_first(function)}{_caution(function)}"
            )
        case Liveness.TEST_ONLY:
            return f"Delete it together with its tests.{_caution(function)}"
        case Liveness.IN_PROCESS if function.inline >= 0:
            return "Take the line 'use server' out of the function: server code goes on calling it as before."
        case Liveness.IN_PROCESS:
            return _move(program, function)
        case _:
            return ""


def _move(program: Program, function: ServerFunction) -> str:
    guard = server_only_advice(program, function.module).replace("`", "")
    outcome = "the network no longer can" if function.published is not Publication.NO else "no import can open it"
    return (
        f"Move it to a module without 'use server'{guard}. Server code goes on calling it as before, and {outcome}."
        f"{_caution(function)}"
    )


def _caution(function: ServerFunction) -> str:
    if function.published is Publication.NO:
        return ""
    return " First look in the server's log for calls that come from elsewhere."


def _type_first(function: ServerFunction) -> str:
    is_type_taken = any(reference.kind is SiteKind.TYPE for reference in function.references)
    return " Its type is taken somewhere: write that out first." if is_type_taken else ""


def _dead_users(program: Program, function: ServerFunction) -> str:
    itself = (function.module, function.declaration)
    users = sorted(
        {
            program.modules[r.module]
            for r in function.references
            if _runs(r.kind) and (r.module, r.declaration) != itself
        }
    )
    if not users:
        return "the code around it"
    rest = len(users) - _MOST_USERS
    return f"the code that uses it, in {listed([*users[:_MOST_USERS], *([f'{rest} more'] if rest > 0 else [])])}"


def _runs(kind: SiteKind) -> bool:
    return kind not in (SiteKind.IMPORT, SiteKind.REEXPORT, SiteKind.TYPE)
