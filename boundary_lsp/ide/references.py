"""Every use of what a name stands for, with what becomes of it there."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import NamedToken, arguments_of, token_at
from boundary_lsp.ide.places import Place, declaration_of
from boundary_lsp.model.program import Reference
from boundary_lsp.syntax.languages import language_of


class Uses(NamedTuple):
    declaration: Place | None
    references: tuple[Reference, ...]
    """In the order of modules and text. A reference carries its transfer in every layer (over the network or not), and
    the props and aliases that it came through."""
    is_by_string: bool = False
    """A string stands there, of which the language's own server knows nothing."""


def references(snapshot: Snapshot, module: int, offset: int) -> Uses | None:
    """None where no name of the project stands there."""
    token = token_at(snapshot.names, module, offset)
    if token is None:
        return None
    return _uses(snapshot, token)._replace(
        is_by_string=(token.start, token.end) in arguments_of(snapshot.program, module)
    )


def beyond_names(snapshot: Snapshot, uses: Uses) -> tuple[Reference, ...]:
    """Those that the language's own server does not find: through props and aliases, in documents, and by strings."""
    return tuple(one for one in uses.references if is_beyond_names(snapshot, one))


def is_beyond_names(snapshot: Snapshot, one: Reference) -> bool:
    program = snapshot.program
    is_named = (one.start, one.end) in arguments_of(program, one.module)
    return bool(one.through) or is_named or language_of(program.modules[one.module]).is_document


def _uses(snapshot: Snapshot, token: NamedToken) -> Uses:
    program = snapshot.program
    if token.thing is not None:
        return Uses(declaration_of(snapshot, token.thing), tuple(snapshot.names.references(token.thing)))
    nameless = (f for f in program.server_functions if (f.module, f.name) == (token.module, token.name))
    found = next(((Place(f.module, f.start, f.end), f.references) for f in nameless), (None, ()))
    return Uses(*found)
