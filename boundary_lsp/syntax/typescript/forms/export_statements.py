"""The ES export statements of a module, types apart."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field

_VARIABLES = ("lexical_declaration", "variable_declaration")


def export_statements(draft: Draft) -> Iterator[Node]:
    """Those that export values, and whose syntax is whole."""
    for statement in draft.root.children:
        if statement.type == "export_statement" and not statement.has_error and not _is_type(draft, statement):
            yield statement


def declarators(statement: Node) -> list[Node]:
    """Those of `export const a = 1, b = 2`; none in any other statement."""
    declared = field(statement, "declaration")
    if declared is None or declared.type not in _VARIABLES:
        return []
    return [child for child in declared.named_children if child.type == "variable_declarator"]


def exported_values(statement: Node) -> list[Node]:
    """The expressions that become exports: of variables, and calls behind `export default`."""
    default = field(statement, "value")
    values = [field(declarator, "value") for declarator in declarators(statement)]
    called = [default] if default is not None and default.type == "call_expression" else []
    return [value for value in (*values, *called) if value is not None]


def _is_type(draft: Draft, statement: Node) -> bool:
    second = statement.children[1].type if statement.child_count > 1 else ""
    return second == "type" or statement.start_byte in draft.erased
