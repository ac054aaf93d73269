"""The table of features: what the server answers, one row a request, one file a feature."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.lsp.feature import Feature, ask_again, of_every_root
from boundary_lsp.lsp.features import actions, completion, diagnostics, hints, hover, lenses, links, symbols, tokens

FEATURES: tuple[Feature, ...] = (
    Feature(
        "diagnostics",
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostics.of_document,
        diagnostics.OPTIONS,
        outdated=ask_again,
        elsewhere=diagnostics.elsewhere,
    ),
    Feature("hover", types.TEXT_DOCUMENT_HOVER, hover.at_position),
    Feature("codeLens", types.TEXT_DOCUMENT_CODE_LENS, lenses.of_document),
    Feature("inlayHints", types.TEXT_DOCUMENT_INLAY_HINT, hints.in_range),
    Feature("codeActions", types.TEXT_DOCUMENT_CODE_ACTION, actions.in_range, actions.OPTIONS),
    Feature("completion", types.TEXT_DOCUMENT_COMPLETION, completion.at_position, completion.OPTIONS),
    Feature("documentLinks", types.TEXT_DOCUMENT_DOCUMENT_LINK, links.of_document),
    Feature("documentSymbols", types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols.of_document),
    Feature("workspaceSymbols", types.WORKSPACE_SYMBOL, symbols.of_workspace, about=of_every_root),
    Feature("semanticTokens", types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens.of_document, tokens.LEGEND),
)
