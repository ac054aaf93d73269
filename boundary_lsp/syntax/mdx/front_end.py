"""The front end, as the table of languages asks for it."""

from __future__ import annotations

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.mdx.compile import facts_of_document, statements_of_document
from boundary_lsp.syntax.typescript import front_end
from boundary_lsp.syntax.typescript.front_end import respelled, said_specifiers

__all__ = ["build", "build_values", "respelled", "said_specifiers"]

build = facts_of_document


def build_values(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    return front_end.build_values(path, statements_of_document(path, source), facts)
