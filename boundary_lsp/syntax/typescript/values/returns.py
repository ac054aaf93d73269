"""The `return` statements of a body, and whether its end can be reached."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import field, first

_DEPTH = 40
"""Statements nested more deeply are taken to return nothing."""
_LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})
_GROUPS = frozenset({"statement_block", "else_clause", "finally_clause", "labeled_statement", "ERROR"})
_LEAVING = frozenset({"throw_statement", "break_statement", "continue_statement"})


def results_of(body: Node) -> tuple[list[Node], bool]:
    """The returned expressions in order; and whether the end can be reached, or a `return` gives nothing."""
    found: list[Node | None] = []
    ends = _ends([body], found, 0)
    return [node for node in found if node is not None], ends or None in found


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
        elif kind == "switch_statement":
            ends = _switch_ends(statement, found, depth) and ends
        elif kind == "try_statement":
            ends = _try_ends(statement, found, depth) and ends
    return ends


def _part_ends(node: Node | None, found: list[Node | None], depth: int) -> bool:
    return _ends([node], found, depth + 1) if node is not None else True


def _if_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    first_ends = _part_ends(field(node, "consequence"), found, depth)
    return _part_ends(field(node, "alternative"), found, depth) or first_ends


def _loop_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    """`while (true) {…}` and `for (;;) {…}` end by a `break` only."""
    body, condition = field(node, "body"), field(node, "condition")
    _part_ends(body, found, depth)
    if node.type == "for_in_statement" or body is None or condition is None or b"break" in (body.text or b""):
        return True
    return (condition.text or b"").strip(b"( )") not in (b"true", b"1", b";", b"")


def _switch_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    """Unless it has a default, its last case leaves, and none breaks."""
    body = field(node, "body")
    last, default = True, False
    for case in body.named_children if body is not None else ():
        last = _ends(case.named_children, found, depth + 1)
        default = default or case.type == "switch_default"
    return not default or last or b"break" in (node.text or b"")


def _try_ends(node: Node, found: list[Node | None], depth: int) -> bool:
    handler = field(node, "handler")
    ends = _part_ends(field(node, "body"), found, depth)
    if handler is not None:
        ends = _part_ends(field(handler, "body"), found, depth) or ends
    return _part_ends(field(node, "finalizer"), found, depth) and ends
