"""The token by which a compiler points at a function."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import field

_NAMING = {
    "variable_declarator": ("name", "identifier"),
    "pair": ("key", "property_identifier"),
    "assignment_expression": ("left", "identifier"),
    "augmented_assignment_expression": ("left", "identifier"),
}
"""What gives a function that stands right in it a name: the field, and what has to be in it."""


def pointed_at(function: Node) -> tuple[int, int]:
    """The span of the function's plain name, else of all of it: `a` in `const a = () => {}`, `action` in
    `<form action={() => {}}>`, and the whole function in `wrap(() => {})`, `{ 'a': () => {} }`, `(() => {})`."""
    token = _own_name(function) or _given_name(function) or function
    return token.start_byte, token.end_byte


def _own_name(function: Node) -> Node | None:
    name = field(function, "name")
    return name if name is not None and name.type in ("identifier", "property_identifier") else None


def _given_name(function: Node) -> Node | None:
    holder = function.parent
    if holder is None:
        return None
    if holder.type == "jsx_expression":
        attribute = holder.parent
        return attribute.named_children[0] if attribute is not None and attribute.type == "jsx_attribute" else None
    if holder.type not in _NAMING:
        return None
    name, kind = _NAMING[holder.type]
    token = field(holder, name)
    return token if token is not None and token.type == kind else None
