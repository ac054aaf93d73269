"""The front end, as the table of languages asks for it. What only some runs need is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.drafts.quoted import respelled
from boundary_lsp.syntax.languages.texts import Said
from boundary_lsp.syntax.typescript.build import build

__all__ = ["build", "build_values", "respelled", "said_specifiers"]


def build_values(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    from boundary_lsp.syntax.typescript.values import build as values

    return values.build_values(path, source, facts)


def said_specifiers(source: bytes) -> Iterator[Said]:
    from boundary_lsp.syntax.typescript.rewrite import said

    return said.said_specifiers(source)
