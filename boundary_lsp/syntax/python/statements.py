"""The module's own statements, those in its blocks (`if`, `try`, `with`) among them: the only part of the tree that is
walked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.python.declarations import (
    add_alias,
    add_assignment,
    add_class,
    add_definition,
    add_function,
    add_targets,
    add_walrus_names,
)
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field, unwrapped
from boundary_lsp.syntax.python.imports import add_from, add_import_statement

_BLOCKS = frozenset(
    {
        "block",
        "if_statement",
        "elif_clause",
        "else_clause",
        "try_statement",
        "except_clause",
        "except_group_clause",
        "finally_clause",
        "with_statement",
        "for_statement",
        "while_statement",
        "match_statement",
        "case_clause",
        "ERROR",
    }
)


_GUARD = re.compile(rb"""\(?\s*(?:__name__\s*==\s*['"]__main__['"]|['"]__main__['"]\s*==\s*__name__)\s*\)?""")


class Statement(NamedTuple):
    node: Node
    is_erased: bool
    """It stands in `if TYPE_CHECKING:`."""
    is_guarded: bool
    """It stands in a block: whether it runs, and what happens if it fails, is up to the code around it."""


def add_statements(draft: Draft) -> None:
    for statement in statements_of(draft.source, draft.root):
        _add(draft, statement)
    add_walrus_names(draft)


def statements_of(source: bytes, root: Node) -> Iterator[Statement]:
    """In the order of the text, blocks before what is in them."""
    pending = [Statement(node, False, False) for node in reversed(root.named_children)]
    while pending:
        statement = pending.pop()
        yield statement
        node, is_erased, _ = statement
        if node.type in _BLOCKS:
            checked = _checked_block(source, node)
            for child in reversed(node.named_children):
                pending.append(_in_block(child, is_erased or child == checked))


def _in_block(node: Node, is_erased: bool) -> Statement:
    return Statement(node, is_erased, not is_erased)


def _checked_block(source: bytes, node: Node) -> Node | None:
    """What only type checkers read."""
    condition = field(node, "condition") if node.type in ("if_statement", "elif_clause") else None
    if condition is None:
        return None
    condition = unwrapped(condition)
    name = source[condition.start_byte : condition.end_byte].rpartition(b".")[2]
    return field(node, "consequence") if name == b"TYPE_CHECKING" else None


def _add(draft: Draft, statement: Statement) -> None:
    node = statement.node
    match node.type:
        case "import_statement":
            add_import_statement(draft, node, type_only=statement.is_erased, guarded=statement.is_guarded)
        case "import_from_statement":
            add_from(draft, node, type_only=statement.is_erased, guarded=statement.is_guarded)
        case "function_definition":
            add_function(draft, node, node)
        case "class_definition":
            add_class(draft, node, node)
        case "decorated_definition":
            add_definition(draft, node)
        case "expression_statement":
            for child in node.named_children:
                if child.type in ("assignment", "augmented_assignment"):
                    add_assignment(draft, child, node)
        case "if_statement":
            _add_guard(draft, node)
        case "type_alias_statement":
            add_alias(draft, node)
        case "for_statement":
            add_targets(draft, field(node, "left"))
        case "with_statement":
            for item in _with_items(node):
                add_targets(draft, item)


def _add_guard(draft: Draft, node: Node) -> None:
    condition = field(node, "condition")
    if condition is not None and _GUARD.fullmatch(draft.source, condition.start_byte, condition.end_byte):
        draft.forms.append((Form(FormKind.RUN_AS_SCRIPT, ""), condition.start_byte, condition.end_byte))


def _with_items(node: Node) -> Iterator[Node]:
    """The targets of `with open(path) as file, lock as held:`."""
    clause = next((child for child in node.named_children if child.type == "with_clause"), None)
    for item in clause.named_children if clause is not None else ():
        value = field(item, "value")
        target = field(value, "alias") if value is not None and value.type == "as_pattern" else None
        if target is not None:
            yield target
