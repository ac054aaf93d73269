"""The module's own statements: the only part of the tree that is walked."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.commonjs import add_assignment
from boundary_lsp.syntax.typescript.declarations import declare
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.exports import add_export_statement
from boundary_lsp.syntax.typescript.grammar import first
from boundary_lsp.syntax.typescript.imports import add_import_statement

_LEADING = frozenset({"import_statement", "comment", "hash_bang_line"})
_DECLARING = frozenset(
    {
        "lexical_declaration",
        "variable_declaration",
        "function_declaration",
        "generator_function_declaration",
        "function_signature",
        "class_declaration",
        "abstract_class_declaration",
        "enum_declaration",
        "interface_declaration",
        "type_alias_declaration",
        "ambient_declaration",
        "internal_module",
        "import_alias",
    }
)


def add_statements(draft: Draft, statements: list[tuple[Node, str]]) -> None:
    """Imports, exports and declarations, in one pass over the program's children."""
    leading = True
    for node, kind in statements:
        if kind == "import_statement":
            add_import_statement(draft, node)
        elif kind == "export_statement":
            add_export_statement(draft, node)
        elif kind in _DECLARING:
            declare(draft, node, node)
        elif kind == "expression_statement":
            _add_expression(draft, node)
        if leading and kind not in _LEADING and not (kind == "expression_statement" and _is_string(node)):
            leading = False
            draft.uses_start = node.start_byte


def _add_expression(draft: Draft, node: Node) -> None:
    """`namespace X {}` is an expression to the grammar, and CommonJS exports are to everyone."""
    expression = first(node)
    if expression is None:
        return
    if expression.type == "internal_module":
        declare(draft, expression, node)
    elif expression.type == "assignment_expression":
        add_assignment(draft, expression)


def _is_string(node: Node) -> bool:
    return node.named_child_count == 1 and node.named_children[0].type == "string"
