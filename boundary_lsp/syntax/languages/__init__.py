"""The languages that we read. Whoever wants to know something of one asks here."""

from boundary_lsp.syntax.languages.table import (
    LANGUAGES,
    SOURCE_EXTENSIONS,
    Language,
    is_unsettled,
    language_of,
    titles,
)

__all__ = ["LANGUAGES", "SOURCE_EXTENSIONS", "Language", "is_unsettled", "language_of", "titles"]
