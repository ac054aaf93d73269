"""Names from around a function with a directive of its own, where moving the function breaks their use."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.drafts.tables import InlineDraft
from boundary_lsp.syntax.typescript.captures import OuterName, outer_names
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.hoisting import oversight


def add_captures(draft: Draft) -> None:
    """Each name once for every way in which a function uses it, at the first such use."""
    for inline in draft.inline:
        told: set[tuple[FormKind, bytes]] = set()
        for outer in outer_names(draft, inline.node):
            kind = _kind(outer, inline) if _is_own(draft, outer.token, inline.node) else None
            if kind is not None and (kind, outer.name) not in told:
                told.add((kind, outer.name))
                form = Form(kind, inline.fact.path, draft.text(outer.token))
                draft.forms.append((form, outer.token.start_byte, outer.token.end_byte))


def _is_own(draft: Draft, token: Node, function: Node) -> bool:
    """Not of a function with a directive inside of this one, which is moved in its turn."""
    around = (other.node for other in draft.inline if _is_in(token, other.node))
    return all(_is_in(function, node) for node in around)


def _kind(outer: OuterName, inline: InlineDraft) -> FormKind | None:
    token, function = outer.token, inline.node
    parent = token.parent
    if parent is not None and parent.type == "unary_expression" and parent.children[0].type == "typeof":
        return None  # fails for no name
    kind = oversight(token, outer.declared, function)
    if kind is FormKind.CAPTURED_ITSELF:
        return kind if inline.fact.captures else None
    if kind is None and parent is not None and parent.type == "update_expression":
        return FormKind.CAPTURED_COUNTER
    return FormKind.CAPTURED_IN_PARAMETER if kind is None and _is_in_parameters(token, function) else kind


def _is_in_parameters(token: Node, function: Node) -> bool:
    parameters = field(function, "parameters")
    return parameters is not None and _is_in(token, parameters)


def _is_in(inner: Node, outer: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
