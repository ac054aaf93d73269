"""The table of features: what the server answers, one row a request, one file a feature."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.lsp.feature import Feature
from boundary_lsp.lsp.features import diagnostics

FEATURES: tuple[Feature, ...] = (
    Feature(
        "diagnostics",
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostics.of_document,
        diagnostics.OPTIONS,
        elsewhere=diagnostics.elsewhere,
    ),
)
