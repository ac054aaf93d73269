"""The tokens of one text that stand for the same thing, also under another name (`import { save as store }`)."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import token_at, tokens_of


class Highlight(NamedTuple):
    start: int
    end: int
    is_declaration: bool


def highlights(snapshot: Snapshot, module: int, offset: int) -> tuple[Highlight, ...]:
    """In the order of the text."""
    token = token_at(snapshot.names, module, offset)
    if token is None or token.thing is None:
        return ()
    declared = (token.thing.module, *(snapshot.names.declared(token.thing) or ()))
    same = {(one.start, one.end) for one in tokens_of(snapshot.names, module) if one.thing == token.thing}
    return tuple(Highlight(*span, declared == (module, *span)) for span in sorted(same))
