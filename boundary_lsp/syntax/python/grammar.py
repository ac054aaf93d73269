"""The grammar, and the kinds of nodes that mean the same."""

from __future__ import annotations

from functools import cache

import tree_sitter_python
from tree_sitter import Language, Node, Parser, Tree

COMPREHENSIONS = frozenset(
    {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)

PATTERNS = frozenset(
    {
        "pattern_list",
        "tuple_pattern",
        "list_pattern",
        "list_splat_pattern",
        "dictionary_splat_pattern",
        "as_pattern_target",
        "expression_list",
        "tuple",
        "list",
        "list_splat",
        "parenthesized_expression",
    }
)
"""What targets of assignments are made of, names apart: `(a, [b, *c])`."""

SEQUENCES = frozenset({"list", "tuple", "set", "expression_list"})


def parse(source: bytes) -> Tree:
    return _parser().parse(source)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_python.language()))


def field(node: Node, name: str) -> Node | None:
    return node.child_by_field_name(name)


def first(node: Node) -> Node | None:
    """The first named child, comments apart."""
    return next((child for child in node.named_children if child.type != "comment"), None)


def unwrapped(node: Node) -> Node:
    """The expression in parentheses."""
    while node.type == "parenthesized_expression" and (inside := first(node)) is not None:
        node = inside
    return node


def is_async(function: Node) -> bool:
    return any(child.type == "async" for child in function.children[:1])


def starts(node: Node | None, other: Node) -> bool:
    """They are the same place of the text."""
    return node is not None and node.start_byte == other.start_byte and node.end_byte == other.end_byte
