"""From a place in a text to the server functions that the token there means, and to their uses."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import NamedToken, token_at
from boundary_lsp.graph.names import Use
from boundary_lsp.ide.transfers import uses_by_transfer
from boundary_lsp.model.program import Program, Reference, Transfer


def uses_behind(snapshot: Snapshot, module: int, offset: int) -> dict[Transfer, list[Reference]] | None:
    """Every use of what the token there means, by what happens at it, the strongest first. None where it means no
    server function."""
    functions = dict.fromkeys(use.function for use in uses_at(snapshot, module, offset))
    token = token_at(snapshot.names, module, offset)
    if not functions and token is not None and (number := function_of(snapshot.program, token)) is not None:
        functions = {number: None}
    if not functions:
        return None
    references = (r for number in functions for r in snapshot.program.server_functions[number].references)
    return uses_by_transfer({(one.module, one.start): one for one in references}.values())


def uses_at(snapshot: Snapshot, module: int, offset: int) -> list[Use]:
    """The uses of server functions whose token is there; its end counts as the token where no other begins there.
    Several functions, where it is a prop that is given several."""
    uses = snapshot.names.uses.get(module, [])
    here = [use for use in uses if use.reference.start <= offset < use.reference.end]
    return here or [use for use in uses if use.reference.end == offset]


def function_of(program: Program, token: NamedToken) -> int | None:
    """The number of the server function that a name is."""
    functions = enumerate(program.server_functions)
    return next((n for n, f in functions if (f.module, f.name) == (token.module, token.name)), None)
