"""Features that are switched on after the start: how an editor is told of them, if it takes that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lsprotocol import converters, types

from boundary_lsp.lsp.features import diagnostics, tokens
from boundary_lsp.lsp.features.actions import OPTIONS as ACTIONS
from boundary_lsp.lsp.features.completion import OPTIONS as COMPLETION
from boundary_lsp.lsp.features.renaming import ANY_FILE
from boundary_lsp.lsp.features.renaming import OPTIONS as RENAME


class _Way(NamedTuple):
    method: str
    capability: str
    """Where the editor says that it takes registrations."""
    options: object | None = None


_WAYS: Mapping[str, _Way] = {
    "diagnostics": _Way(types.TEXT_DOCUMENT_DIAGNOSTIC, "text_document.diagnostic", diagnostics.OPTIONS),
    "hover": _Way(types.TEXT_DOCUMENT_HOVER, "text_document.hover"),
    "codeLens": _Way(types.TEXT_DOCUMENT_CODE_LENS, "text_document.code_lens"),
    "inlayHints": _Way(types.TEXT_DOCUMENT_INLAY_HINT, "text_document.inlay_hint"),
    "codeActions": _Way(types.TEXT_DOCUMENT_CODE_ACTION, "text_document.code_action", ACTIONS),
    "completion": _Way(types.TEXT_DOCUMENT_COMPLETION, "text_document.completion", COMPLETION),
    "references": _Way(types.TEXT_DOCUMENT_REFERENCES, "text_document.references"),
    "implementation": _Way(types.TEXT_DOCUMENT_IMPLEMENTATION, "text_document.implementation"),
    "callHierarchy": _Way(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, "text_document.call_hierarchy"),
    "definition": _Way(types.TEXT_DOCUMENT_DEFINITION, "text_document.definition"),
    "documentHighlight": _Way(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, "text_document.document_highlight"),
    "rename": _Way(types.TEXT_DOCUMENT_RENAME, "text_document.rename", RENAME),
    "fileRenames": _Way(types.WORKSPACE_WILL_RENAME_FILES, "workspace.file_operations", ANY_FILE),
    "documentLinks": _Way(types.TEXT_DOCUMENT_DOCUMENT_LINK, "text_document.document_link"),
    "documentSymbols": _Way(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, "text_document.document_symbol"),
    "workspaceSymbols": _Way(types.WORKSPACE_SYMBOL, "workspace.symbol"),
    "semanticTokens": _Way("textDocument/semanticTokens", "text_document.semantic_tokens", tokens.OPTIONS),
}
"""By feature."""
_CONVERTER = converters.get_converter()


def registration(name: str, client: types.ClientCapabilities) -> types.Registration | None:
    """Of the feature of that name, for the documents that the editor asks us about; None where it takes none."""
    way = _WAYS[name]
    found: Any = client
    for part in way.capability.split("."):
        found = getattr(found, part, None)
    if not getattr(found, "dynamic_registration", None):
        return None
    options = {} if way.options is None else _CONVERTER.unstructure(way.options)
    return types.Registration(_id(name), way.method, {"documentSelector": None, **options})


def unregistration(name: str) -> types.Unregistration:
    return types.Unregistration(_id(name), _WAYS[name].method)


def _id(name: str) -> str:
    return f"boundary-{name}"
