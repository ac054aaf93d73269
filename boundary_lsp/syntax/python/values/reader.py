"""Reading expressions of types and values of Python. What each kind of node means is said by the tables in `types` and
`expressions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import TypeExpression
from boundary_lsp.model.value_expressions import ValueExpression
from boundary_lsp.syntax.drafts.reading import BoundedReader
from boundary_lsp.syntax.python.values.module import Module

ValueRule = Callable[["Reader", Node], ValueExpression]
TypeRule = Callable[["Reader", Node], TypeExpression]


class Reader(BoundedReader[Module]):
    def __init__(self, module: Module, values: Mapping[str, ValueRule], types: Mapping[str, TypeRule]) -> None:
        super().__init__(module, values, types)
        self.pending: set[int] = set()
        """Starts of the local names that are being read."""

    def annotation(self, node: Node | None) -> TypeExpression | None:
        """None where nothing is annotated."""
        return self.type(node) if node is not None else None
