"""Reading expressions of types and values of TypeScript. What each kind of node means is said by the tables in `types`
and `expressions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import KeywordType, TypeExpression, TypeParameter, UnionType, UnknownType
from boundary_lsp.model.value_expressions import TypedValue, UnknownValue, ValueExpression
from boundary_lsp.syntax.drafts.reading import TOO_DEEP, BoundedReader
from boundary_lsp.syntax.typescript.grammar import first
from boundary_lsp.syntax.typescript.values.module import Module

TYPE_SIZE = 20_000
"""Of how many nodes a declared type may consist: generated ones describe whole databases."""

ValueRule = Callable[["Reader", Node], ValueExpression]
TypeRule = Callable[["Reader", Node], TypeExpression]


class Reader(BoundedReader[Module]):
    def __init__(
        self,
        module: Module,
        values: Mapping[str, ValueRule],
        types: Mapping[str, TypeRule],
        origin: ValueRule,
    ) -> None:
        super().__init__(module, values, types)
        self._origin = origin
        self._locals: dict[tuple[int, int], tuple[ValueExpression, int]] = {}
        self._pending: set[tuple[int, int]] = set()
        self.named: dict[int, TypeParameter] = {}
        """Type parameters that the type being read names, by the start of their tokens."""

    def annotation(self, node: Node | None) -> TypeExpression | None:
        """Of `: T`; None where nothing is annotated."""
        return self.type(first(node) if node.type == "type_annotation" else node) if node is not None else None

    def typed(
        self, annotation: Node, value: ValueExpression | None = None, *, optional: bool = False
    ) -> ValueExpression:
        """A value of the annotated type, with the type parameters that the annotation names."""
        outer, self.named = self.named, {}
        found = self.annotation(annotation) or UnknownType()
        parameters, self.named = tuple(self.named.values()), outer
        if optional:
            found = UnionType((found, KeywordType("undefined")))
        return TypedValue(found, parameters, value)

    def local(self, node: Node) -> ValueExpression:
        """What a declared name, or a pattern, stands for: read once, and not again inside of itself."""
        key = (node.start_byte, node.end_byte)
        known = self._locals.get(key)
        if known is not None:
            found, size = known
            self._left -= size
            return found if self._left > 0 else TOO_DEEP
        if key in self._pending:
            return UnknownValue("refers to itself")
        if not self._enter():
            return TOO_DEEP
        left, cuts = self._left, self._cuts
        self._pending.add(key)
        found = self._origin(self, node)
        self._pending.discard(key)
        self._depth -= 1
        if cuts == self._cuts:
            self._locals[key] = (found, left - self._left)
        return found
