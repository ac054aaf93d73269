"""Reading expressions of types and values out of a tree, within bounds.

What each kind of node means is said by the tables in `types` and `expressions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import KeywordType, TypeExpression, TypeParameter, UnionType, UnknownType
from boundary_lsp.model.value_expressions import TypedValue, UnknownValue, ValueExpression
from boundary_lsp.syntax.typescript.grammar import first
from boundary_lsp.syntax.typescript.values.module import Module

_DEPTH = 24
"""How deeply expressions may be nested, names of locals followed."""
_VALUE_SIZE = 400
"""Of how many nodes one value may consist."""
DECLARATION_SIZE = 2_000
"""Likewise for a variable, and for all that one function returns."""
TYPE_SIZE = 20_000
"""Likewise for a declared type: generated ones describe whole databases."""
_TEXT = 80
"""How much of a type that is not understood is kept."""

TOO_DEEP = UnknownValue("too deep")
MISSING = UnknownValue("a syntax error")

ValueRule = Callable[["Reader", Node], ValueExpression]
TypeRule = Callable[["Reader", Node], TypeExpression]


class Reader:
    def __init__(
        self,
        module: Module,
        values: Mapping[str, ValueRule],
        types: Mapping[str, TypeRule],
        origin: ValueRule,
    ) -> None:
        self.module = module
        self._value_rules = values
        self._type_rules = types
        self._origin = origin
        self._left = 0
        self._depth = 0
        self._cuts = 0
        self._locals: dict[tuple[int, int], tuple[ValueExpression, int]] = {}
        self._pending: set[tuple[int, int]] = set()
        self.named: dict[int, TypeParameter] = {}
        """Type parameters that the type being read names, by the start of their tokens."""

    def whole_value(self, node: Node | None) -> ValueExpression:
        """An expression with a budget of its own."""
        self.begin(_VALUE_SIZE)
        return self.value(node)

    def begin(self, size: int) -> None:
        """A new budget."""
        self._left, self._depth = size, 0

    def value(self, node: Node | None) -> ValueExpression:
        if node is None:
            return MISSING
        if not self._enter():
            return TOO_DEEP
        rule = self._value_rules.get(node.type)
        found = rule(self, node) if rule is not None else UnknownValue(node.type)
        self._depth -= 1
        return found

    def type(self, node: Node | None) -> TypeExpression:
        if node is None:
            return UnknownType()
        if not self._enter():
            return self.unknown_type(node)
        rule = self._type_rules.get(node.type)
        found = rule(self, node) if rule is not None else self.unknown_type(node)
        self._depth -= 1
        return found

    def annotation(self, node: Node | None) -> TypeExpression | None:
        """Of `: T`; None where nothing is annotated."""
        return self.type(first(node) if node.type == "type_annotation" else node) if node is not None else None

    def unknown_type(self, node: Node) -> UnknownType:
        return UnknownType(self.module.collapsed(node)[:_TEXT])

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

    def _enter(self) -> bool:
        """Takes one node off the budget; False where nothing is left of it."""
        if self._left <= 0 or self._depth >= _DEPTH:
            self._cuts += 1
            return False
        self._left -= 1
        self._depth += 1
        return True
