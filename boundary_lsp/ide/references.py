"""Every use of what a name stands for, with what becomes of it there."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import NamedToken, token_at
from boundary_lsp.ide.places import Place, declaration_of
from boundary_lsp.model.program import Reference
from boundary_lsp.syntax.languages import language_of


class Uses(NamedTuple):
    declaration: Place | None
    references: tuple[Reference, ...]
    """In the order of modules and text. A reference carries its transfer in every layer (over the network or not), and
    the props and aliases that it came through."""


def references(snapshot: Snapshot, module: int, offset: int) -> Uses | None:
    """None where no name of the project stands there."""
    token = token_at(snapshot.names, module, offset)
    return None if token is None else _uses(snapshot, token)


def beyond_names(snapshot: Snapshot, uses: Uses) -> tuple[Reference, ...]:
    """Those that the language's own server does not find: through props and aliases, and in documents."""
    modules = snapshot.program.modules
    return tuple(one for one in uses.references if one.through or language_of(modules[one.module]).is_document)


def _uses(snapshot: Snapshot, token: NamedToken) -> Uses:
    program = snapshot.program
    if token.thing is not None:
        return Uses(declaration_of(snapshot, token.thing), tuple(snapshot.names.references(token.thing)))
    nameless = (f for f in program.server_functions if (f.module, f.name) == (token.module, token.name))
    found = next(((Place(f.module, f.start, f.end), f.references) for f in nameless), (None, ()))
    return Uses(*found)
