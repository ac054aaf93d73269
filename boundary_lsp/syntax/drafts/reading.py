"""Reading expressions of types and values out of a tree, within bounds. What each kind of node means is said by the
tables of a front end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, Protocol, Self, TypeVar

from tree_sitter import Node

from boundary_lsp.model.type_expressions import TypeExpression, UnknownType
from boundary_lsp.model.value_expressions import UnknownValue, ValueExpression

_DEPTH = 24
"""How deeply expressions may be nested, names of locals followed."""
VALUE_SIZE = 400
"""Of how many nodes one value may consist."""
DECLARATION_SIZE = 2_000
"""Likewise for a variable, and for all that one function returns."""
_TEXT = 80
"""How much of a type that is not understood is kept."""

TOO_DEEP = UnknownValue("too deep")
MISSING = UnknownValue("a syntax error")


class Texts(Protocol):
    def collapsed(self, node: Node) -> str:
        """Its text on one line."""


Module = TypeVar("Module", bound=Texts)


class BoundedReader(Generic[Module]):
    def __init__(
        self,
        module: Module,
        values: Mapping[str, Callable[[Self, Node], ValueExpression]],
        types: Mapping[str, Callable[[Self, Node], TypeExpression]],
    ) -> None:
        self.module = module
        self._value_rules = values
        self._type_rules = types
        self._left = 0
        self._depth = 0
        self._cuts = 0
        """How often something was too deep, or too much."""

    def whole_value(self, node: Node | None) -> ValueExpression:
        """An expression with a budget of its own."""
        self.begin(VALUE_SIZE)
        return self.value(node)

    def begin(self, size: int) -> None:
        """A new budget."""
        self._left, self._depth = size, 0

    def value(self: Self, node: Node | None) -> ValueExpression:
        if node is None:
            return MISSING
        if not self._enter():
            return TOO_DEEP
        rule = self._value_rules.get(node.type)
        found = rule(self, node) if rule is not None else UnknownValue(node.type)
        self._depth -= 1
        return found

    def type(self: Self, node: Node | None) -> TypeExpression:
        """As it is written where it is too deep, or not understood."""
        if node is None:
            return UnknownType()
        if not self._enter():
            return self.unknown_type(node)
        rule = self._type_rules.get(node.type)
        found = rule(self, node) if rule is not None else self.unknown_type(node)
        self._depth -= 1
        return found

    def unknown_type(self, node: Node) -> UnknownType:
        return UnknownType(self.module.collapsed(node)[:_TEXT])

    def _enter(self) -> bool:
        """Takes one node off the budget; False where nothing is left of it."""
        if self._left <= 0 or self._depth >= _DEPTH:
            self._cuts += 1
            return False
        self._left -= 1
        self._depth += 1
        return True
