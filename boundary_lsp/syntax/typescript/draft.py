"""The tables of one module, with what only this language needs."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.drafts.tables import Tables
from boundary_lsp.syntax.typescript.scopes import Scope
from boundary_lsp.syntax.typescript.words import Words


class Draft(Tables):
    """`code` is what the tree was made of: the source, with what the grammar does not know masked."""

    form_components = frozenset({("next/form", "default")})

    def __init__(self, path: str, source: bytes, code: bytes, root: Node, language: str) -> None:
        super().__init__(source, root)
        self.path = path
        self.code = self.source if code is source else code + b"\n"
        self.words = Words(self.code)
        self.language = language
        self.elides = language == "typescript"
        self.captures: dict[tuple[int, bytes], list[tuple[Scope, Node]]] = {}
        """Declarations of a name inside of an outermost block, by its start: see `captures`."""
        self.erased: frozenset[int] = frozenset()
        """Starts of statements whose `type` keyword had to be hidden from the grammar."""
        self.uses_start = 0
        """Behind the leading imports, where uses can begin."""
