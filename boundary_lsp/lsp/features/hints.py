"""The side that a door leads to, behind its import."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.hints import hints
from boundary_lsp.ide.places import Place
from boundary_lsp.lsp.query import Query


def in_range(query: Query, params: types.InlayHintParams) -> list[types.InlayHint]:
    start, end = query.offset(params.range.start), query.offset(params.range.end)
    return [
        types.InlayHint(
            query.range(Place(query.module, hint.offset, hint.offset)).start,
            hint.label,
            tooltip=hint.tooltip,
            padding_left=True,
        )
        for hint in hints(query.snapshot, query.module, start, end)
    ]
