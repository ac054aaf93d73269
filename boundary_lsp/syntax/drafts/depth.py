"""Trees in which finding a token or its parent would take for ever.

Both are found from the root downwards, so that their cost grows with depth, and with the number of
children of an error. No written program comes near the limits (forty levels are many); generated and
hostile ones do.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

LIMIT = 400
_NODES = 4000
"""Statements with fewer nodes than this cannot do harm, however they are nested."""
_CHILDREN = 2000
"""Children of one error node. Those of all other nodes are found by halving."""
_STRIDE = 256


def deep_spans(root: Node) -> list[tuple[int, int]]:
    """Spans of what is better not looked into: deep top-level statements and crowded errors."""
    if root.descendant_count < _NODES:
        return []
    crowded = [(e.start_byte, e.end_byte) for e in errors_of(root) if e.child_count > _CHILDREN]
    if root.is_error and crowded:
        return crowded
    large = (child for child in root.children if child.descendant_count >= _NODES)
    return crowded + [(child.start_byte, child.end_byte) for child in large if _is_deep(child)]


def errors_of(root: Node) -> Iterator[Node]:
    """The outermost error and missing nodes, in order. Only broken branches are walked."""
    pending = [root] if root.has_error else []
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            pending += reversed(node.children)


def _is_deep(statement: Node) -> bool:
    cursor = statement.walk()
    for offset in range(statement.start_byte, statement.end_byte, _STRIDE):
        cursor.reset(statement)
        depth = 0
        while cursor.goto_first_child_for_byte(offset) is not None:
            depth += 1
            if depth > LIMIT:
                return True
    return False
