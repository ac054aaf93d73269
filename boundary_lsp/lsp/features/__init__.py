"""The table of features: what the server answers, one row a request, one file a feature."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.lsp.feature import Feature, ask_again, of_every_root, of_item
from boundary_lsp.lsp.features import (
    actions,
    completion,
    diagnostics,
    doors,
    environments,
    hierarchy,
    hints,
    hover,
    lenses,
    links,
    references,
    renaming,
    symbols,
    tokens,
)
from boundary_lsp.lsp.parameters import DocumentsParameters, EnvironmentParameters, Parameters, PositionParameters

WHY = Feature("", "boundary/why", environments.chain, takes=EnvironmentParameters)

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
    Feature("references", types.TEXT_DOCUMENT_REFERENCES, references.at_position),
    Feature("implementation", types.TEXT_DOCUMENT_IMPLEMENTATION, references.implementations),
    Feature("definition", types.TEXT_DOCUMENT_DEFINITION, references.definitions),
    Feature("documentHighlight", types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, references.highlighted),
    Feature("callHierarchy", types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, hierarchy.at_position),
    Feature("callHierarchy", types.CALL_HIERARCHY_INCOMING_CALLS, hierarchy.callers, about=of_item),
    Feature("callHierarchy", types.CALL_HIERARCHY_OUTGOING_CALLS, hierarchy.called, about=of_item),
    Feature("rename", types.TEXT_DOCUMENT_PREPARE_RENAME, renaming.at_position),
    Feature("rename", types.TEXT_DOCUMENT_RENAME, renaming.everywhere, renaming.OPTIONS),
    Feature(
        "fileRenames",
        types.WORKSPACE_WILL_RENAME_FILES,
        renaming.of_files,
        renaming.ANY_FILE,
        about=of_every_root,
        together=renaming.together,
    ),
    Feature("", "boundary/environments", environments.of_documents, about=of_every_root, takes=DocumentsParameters),
    WHY,
    Feature("", "boundary/doors", doors.of_root, about=of_every_root, together=doors.together, takes=Parameters),
    Feature(
        "",
        "boundary/endpoints",
        doors.report_of_root,
        about=of_every_root,
        together=doors.together,
        takes=Parameters,
    ),
    Feature("", "boundary/references", references.by_transfer, takes=PositionParameters),
)
