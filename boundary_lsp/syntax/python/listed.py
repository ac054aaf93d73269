"""`__all__`, where it is a list of literals: `__all__ = ["save"]`, `__all__ += ("remove",)`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field, unwrapped
from boundary_lsp.syntax.python.text import string_value


def read_listed(draft: Draft, assignment: Node) -> None:
    right = field(assignment, "right")
    names = _literals(draft, unwrapped(right)) if right is not None else None
    if assignment.type == "assignment" or names is None or draft.listed is None:
        draft.listed = names if assignment.type == "assignment" else None
    else:
        draft.listed += names


def _literals(draft: Draft, node: Node) -> list[str] | None:
    if node.type not in ("list", "tuple"):
        return None
    values = [string_value(draft.source, child) for child in node.named_children if child.type != "comment"]
    found = [value for value in values if value is not None]
    return found if len(found) == len(values) else None
