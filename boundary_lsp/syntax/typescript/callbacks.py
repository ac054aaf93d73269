"""What a callback takes out of the module it is given: `.then(m => m.a)`, `.then(({ a }) => …)`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped
from boundary_lsp.syntax.typescript.locals import taken
from boundary_lsp.syntax.typescript.props import first_parameter

Names = list[tuple[Node, str, Node | None]]


def callback_takes(draft: Draft, callback: Node) -> tuple[Node | None, Names, tuple[str, Node] | None]:
    """(the whole module's local, names taken, the one name that is all it returns)."""
    parameter = first_parameter(callback)
    result = _result(draft, callback)
    if parameter is None:
        return None, [], None
    if parameter.type == "identifier":
        return parameter, [], _member_of(draft, result, draft.text(parameter))
    names = taken(draft, parameter) if parameter.type == "object_pattern" else []
    if len(names) == 1 and result is not None and result.type == "identifier":
        token, name, local = names[0]
        if local is not None and draft.text(local) == draft.text(result):
            return None, [], (name, token)
    return None, names, None


def _result(draft: Draft, callback: Node) -> Node | None:
    """What `m => …` gives back; `{ default: x }`, as React.lazy wants it, stands for x."""
    body = field(callback, "body")
    if body is None or body.type == "statement_block":
        return None
    result = unwrapped(body)
    if result.type == "object" and result.named_child_count == 1:
        pair = result.named_children[0]
        key, value = field(pair, "key"), field(pair, "value")
        if key is not None and value is not None and draft.text(key) == "default":
            return unwrapped(value)
    return result


def _member_of(draft: Draft, result: Node | None, local: str) -> tuple[str, Node] | None:
    if result is None or result.type != "member_expression":
        return None
    owner, name = field(result, "object"), field(result, "property")
    if owner is None or name is None or owner.type != "identifier" or draft.text(owner) != local:
        return None
    return draft.text(name), name
