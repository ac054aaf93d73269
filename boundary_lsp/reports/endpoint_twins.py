"""Endpoints that are easily taken for one another: an action, and the function of the same file that it wraps.

export const banAction = client.action(async ({ id }) => ban(id));  // what the browser uses
export async function ban(id: string) { … }                         // an endpoint, too, and needless
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from boundary_lsp.model.endpoints_page import Twin
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction, Transfer
from boundary_lsp.rules.endpoints import ALIVE

_IN_USE = ", in the same file: it is in use, and calls this function as an ordinary one."
_HAS_ADDRESS = ", in the same file, which it calls as an ordinary function, has an address of its own and needs none."
_IS_ENDPOINT = ", in the same file, which it calls as an ordinary function, is an endpoint, too, and need not be one."


def twins_of(program: Program) -> Mapping[int, Sequence[Twin]]:
    """By number of the server function: those that it should not be confused with."""
    found: dict[int, list[Twin]] = defaultdict(list)
    for wrapped, wrapper in sorted(set(_pairs(program))):
        inner, outer = program.server_functions[wrapped], program.server_functions[wrapper]
        found[wrapped].append(_twin(program, outer, "Keep ", _IN_USE))
        needless = _HAS_ADDRESS if inner.published is Publication.YES else _IS_ENDPOINT
        found[wrapper].append(_twin(program, inner, "", needless))
    return found


def _pairs(program: Program) -> Iterator[tuple[int, int]]:
    """(the function that only the server needs, the action in use that calls it)."""
    functions = program.server_functions
    in_use = {
        (function.module, function.declaration): number
        for number, function in enumerate(functions)
        if function.inline < 0 and function.liveness in ALIVE
    }
    for number, function in enumerate(functions):
        if function.liveness is Liveness.IN_PROCESS:
            for declaration in _callers(function):
                if (function.module, declaration) in in_use:
                    yield number, in_use[function.module, declaration]


def _callers(function: ServerFunction) -> Iterator[int]:
    """Declarations of its own file."""
    for use in function.references:
        is_call = use.module == function.module and use.kind is SiteKind.CALL and use.declaration >= 0
        if is_call and any(moved.transfer is Transfer.IN_PROCESS for moved in use.transfers):
            yield use.declaration


def _twin(program: Program, other: ServerFunction, before: str, after: str) -> Twin:
    return Twin(other.name, anchor_of(program, other), before, after)


def anchor_of(program: Program, function: ServerFunction) -> str:
    """`path~name`, for links to its row."""
    return f"{program.modules[function.module]}~{function.name}"
