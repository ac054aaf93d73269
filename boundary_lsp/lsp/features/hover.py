"""What is told under the cursor."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.hover import hover
from boundary_lsp.lsp.query import Query


def at_position(query: Query, params: types.HoverParams) -> types.Hover | None:
    found = hover(query.snapshot, query.module, query.offset(params.position), query.features.every_name)
    if found is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, found.text), query.range(found.place))
