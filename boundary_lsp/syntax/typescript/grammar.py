"""The two grammars, and which file is read with which."""

from __future__ import annotations

from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Tree

TYPESCRIPT_EXTENSIONS = (".ts", ".mts", ".cts")
"""Read with the plain grammar, in which `<T>x` is a cast. Everything else may hold JSX."""
SOURCE_EXTENSIONS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")

FUNCTIONS = frozenset(
    {
        "arrow_function",
        "function_expression",
        "function_declaration",
        "generator_function",
        "generator_function_declaration",
        "method_definition",
    }
)
"""Nodes that have a body which runs when called."""

SIGNATURES = frozenset(
    {
        "function_signature",
        "method_signature",
        "abstract_method_signature",
        "call_signature",
        "construct_signature",
        "function_type",
        "constructor_type",
    }
)
"""Nodes that have parameters and no body."""


def language_of(path: str) -> str:
    """`typescript` (unused and type-only imports are elided) or `javascript`."""
    return "typescript" if path.endswith((*TYPESCRIPT_EXTENSIONS, ".tsx")) else "javascript"


def parse(path: str, source: bytes) -> Tree:
    return _parser(path.endswith(TYPESCRIPT_EXTENSIONS)).parse(source)


@cache
def _parser(plain: bool) -> Parser:
    grammar = tree_sitter_typescript.language_typescript if plain else tree_sitter_typescript.language_tsx
    return Parser(Language(grammar()))


def field(node: Node, name: str) -> Node | None:
    return node.child_by_field_name(name)


def first(node: Node) -> Node | None:
    """The first named child, comments apart. (`named_child` raises where there is none.)"""
    return next((child for child in node.named_children if child.type != "comment"), None)


def inner(node: Node) -> Node | None:
    """The expression that a wrapper holds: last in `<T>x`, first in all others."""
    children = [child for child in node.named_children if child.type != "comment"]
    return children[-1 if node.type == "type_assertion" else 0] if children else None


def unwrapped(node: Node) -> Node:
    """The expression under casts, parentheses and `!`."""
    while node.type in WRAPPERS:
        inside = inner(node)
        if inside is None:
            break
        node = inside
    return node


WRAPPERS = frozenset(
    {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression", "type_assertion"}
)
