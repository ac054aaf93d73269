"""The `return` statements of a body, and whether its end can be reached."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import field, first

_DEPTH = 40
"""Statements nested more deeply are taken to return nothing."""
_LOOPS = frozenset({"for_statement", "while_statement"})
_LEAVING = frozenset({"raise_statement", "break_statement", "continue_statement"})
_GROUPS = frozenset({"block", "else_clause", "finally_clause", "with_statement", "ERROR"})
_ELSEWHERE = frozenset({"function_definition", "class_definition", "decorated_definition", "lambda"})


class Results(NamedTuple):
    nodes: list[Node]
    """What is returned, in order."""
    falls_through: bool
    """The end can be reached, or a `return` gives nothing."""
    yields: bool


def results_of(body: Node) -> Results:
    found: list[Node | None] = []
    ends = _ends([body], found, 0)
    return Results([node for node in found if node is not None], ends or None in found, _yields(body))


def _ends(statements: list[Node], found: list[Node | None], depth: int) -> bool:
    """Whether the end of a list of statements can be reached."""
    ends = True
    if depth > _DEPTH:
        return ends
    for statement in statements:
        kind = statement.type
        if kind == "return_statement":
            found.append(first(statement))
            ends = False
        elif kind in _LEAVING:
            ends = False
        elif kind in _GROUPS:
            ends = _ends(statement.named_children, found, depth + 1) and ends
        elif kind == "if_statement":
            ends = _if_ends(statement, found, depth) and ends
        elif kind in _LOOPS:
            ends = _loop_ends(statement, found, depth) and ends
        elif kind == "match_statement":
            ends = _match_ends(statement, found, depth) and ends
        elif kind == "try_statement":
            ends = _try_ends(statement, found, depth) and ends
    return ends


def _if_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    ends = _part_ends(field(node, "consequence"), found, depth)
    alternatives = node.children_by_field_name("alternative")
    for part in alternatives:
        body = field(part, "consequence") or field(part, "body")
        ends = _part_ends(body, found, depth) or ends
    return ends or not any(part.type == "else_clause" for part in alternatives)


def _loop_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    """`while True:` ends by a `break` only."""
    body, condition = field(node, "body"), field(node, "condition")
    _part_ends(body, found, depth)
    _part_ends(field(node, "alternative"), found, depth)
    if body is None or condition is None or b"break" in (body.text or b""):
        return True
    return condition.type != "true"


def _match_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    """Unless it has a case for all else and all of them leave."""
    body = field(node, "body")
    ends, is_full = False, False
    for case in body.named_children if body is not None else ():
        ends = _part_ends(field(case, "consequence"), found, depth) or ends
        pattern = first(case)
        is_full = is_full or (pattern is not None and pattern.text == b"_" and field(case, "guard") is None)
    return ends or not is_full


def _try_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    ends = _part_ends(field(node, "body"), found, depth)
    last = True
    for part in node.named_children:
        if part.type in ("except_clause", "except_group_clause"):
            ends = _part_ends(part.named_children[-1], found, depth) or ends
        elif part.type == "else_clause":
            ends = _part_ends(part, found, depth) and ends
        elif part.type == "finally_clause":
            last = _part_ends(part, found, depth)
    return ends and last


def _part_ends(node: Node | None, found: list[Node | None], depth: int) -> bool:
    return _ends([node], found, depth + 1) if node is not None else True


def _yields(body: Node) -> bool:
    """Its own `yield`, not one of a function inside."""
    if b"yield" not in (body.text or b""):
        return False
    pending = [body]
    while pending:
        node = pending.pop()
        if node.type == "yield":
            return True
        pending += [child for child in node.named_children if child.type not in _ELSEWHERE]
    return False
