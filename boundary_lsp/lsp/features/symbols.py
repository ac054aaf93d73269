"""Endpoints as symbols."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.symbols import endpoints_like, endpoints_of
from boundary_lsp.lsp.query import Query


def of_document(query: Query, _: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    return [
        types.DocumentSymbol(
            symbol.name, types.SymbolKind.Event, query.range(symbol.place), query.range(symbol.place), symbol.detail
        )
        for symbol in endpoints_of(query.snapshot, query.module)
    ]


def of_workspace(query: Query, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    return [
        types.WorkspaceSymbol(
            query.location(symbol.place), symbol.name, types.SymbolKind.Event, container_name=symbol.detail
        )
        for symbol in endpoints_like(query.snapshot, params.query)
        if query.covers(query.snapshot.program.modules[symbol.place.module])
    ]
