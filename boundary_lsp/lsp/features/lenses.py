"""Who uses it, above it. A click is the editor's affair: see `commands`."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.lenses import Lens, lenses
from boundary_lsp.lsp.command_names import SHOW_REFERENCES
from boundary_lsp.lsp.query import Query


def of_document(query: Query, _: types.CodeLensParams) -> list[types.CodeLens]:
    return [_told(query, lens) for lens in lenses(query.snapshot, query.module)]


def _told(query: Query, lens: Lens) -> types.CodeLens:
    """The command's arguments: the document, where the lens stands in it, and the places that it speaks of."""
    where = query.range(lens.place)
    arguments = [query.uri(query.module), where.start, [query.location(target) for target in lens.targets]]
    return types.CodeLens(where, types.Command(lens.title, SHOW_REFERENCES, arguments=arguments))
