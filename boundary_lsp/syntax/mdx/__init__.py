"""MDX documents as the modules they compile to."""

from boundary_lsp.syntax.mdx.compile import facts_of_document, statements_of_document

__all__ = ["facts_of_document", "statements_of_document"]
