"""Directives, where they take effect."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.completion import Completion, directive_completions
from boundary_lsp.ide.places import Place
from boundary_lsp.lsp.query import Query

OPTIONS = types.CompletionOptions(trigger_characters=["'", '"'])


def at_position(query: Query, params: types.CompletionParams) -> list[types.CompletionItem]:
    found = directive_completions(query.snapshot, query.module, query.offset(params.position))
    return [_told(query, one) for one in found]


def _told(query: Query, one: Completion) -> types.CompletionItem:
    return types.CompletionItem(
        one.directive,
        kind=types.CompletionItemKind.Keyword,
        detail=one.detail,
        filter_text=one.text if one.is_quoted else one.directive,
        text_edit=types.TextEdit(query.range(Place(query.module, one.start, one.end)), one.text),
    )
