"""Specifiers that lead to a module of the project."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.links import links
from boundary_lsp.lsp.query import Query


def of_document(query: Query, _: types.DocumentLinkParams) -> list[types.DocumentLink]:
    found = links(query.snapshot, query.module)
    return [types.DocumentLink(query.range(link.place), query.uri(link.target)) for link in found]
