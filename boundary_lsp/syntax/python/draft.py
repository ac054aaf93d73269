"""The tables of one module, with what only this language needs."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.drafts.tables import Tables
from boundary_lsp.syntax.python.words import Words


@dataclass(slots=True)
class Decorated:
    node: Node
    """The definition with its decorators."""
    path: str
    declaration: int


class Draft(Tables):
    def __init__(self, source: bytes, root: Node, deep: Intervals) -> None:
        super().__init__(source, root)
        self.deep = deep
        self.words = Words(self.source, root, deep)
        self.dotted: dict[bytes, list[tuple[tuple[bytes, ...], int]]] = {}
        """Of `import a.b.c`, by `a`: (b, c) and the binding."""
        self.stars: list[int] = []
        """Imports `from x import *`."""
        self.statements: set[int] = set()
        """Starts of the imports that are known."""
        self.decorated: list[Decorated] = []
        self.listed: list[str] | None = None
        """What `__all__` lists; None where there is none, or not all of it can be read."""
        self.locals: dict[tuple[int, str], int] = {}
        """Bindings of local aliases, by the start of their scope."""
