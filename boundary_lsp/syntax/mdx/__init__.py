"""MDX documents as the modules they compile to: `facts_of_document` is all that others need."""

from boundary_lsp.syntax.mdx.compile import facts_of_document

__all__ = ["facts_of_document"]
