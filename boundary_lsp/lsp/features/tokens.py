"""Names that cross, as semantic tokens: all are functions, the modifiers say how they cross."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from boundary_lsp.ide.marks import Crossing, Mark, marks
from boundary_lsp.ide.places import Place
from boundary_lsp.lsp.query import Query

LEGEND = types.SemanticTokensLegend(["function"], [crossing.value for crossing in Crossing])
OPTIONS = types.SemanticTokensOptions(LEGEND, full=True)
"""For a registration after the start."""
_BITS = {crossing: 1 << index for index, crossing in enumerate(Crossing)}


def of_document(query: Query, _: types.SemanticTokensParams) -> types.SemanticTokens:
    return types.SemanticTokens(list(_encoded(query, marks(query.snapshot, query.module))))


def _encoded(query: Query, found: list[Mark]) -> Iterator[int]:
    """Five numbers a token: lines and columns since the one before, width, type, modifiers."""
    line, column = 0, 0
    for mark in found:
        where = query.range(Place(query.module, mark.start, mark.end))
        start, end = where.start, where.end
        yield start.line - line
        yield start.character - (column if start.line == line else 0)
        yield end.character - start.character
        yield 0
        yield sum(_BITS[crossing] for crossing in mark.crossings)
        line, column = start.line, start.character
