"""Functions that are written like components and cannot be some."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import Form, ValueKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped

_BLOCKS = frozenset(
    {"statement_block", "else_clause", "catch_clause", "finally_clause", "switch_body", "switch_case", "switch_default"}
)


def add_async_markup(draft: Draft) -> None:
    for index, function in draft.functions.items():
        fact = draft.declarations[index]
        is_async = fact.is_async and fact.value is ValueKind.FUNCTION
        if is_async and _returns_markup(draft, function) and _awaits(draft, function):
            draft.forms.append((Form(FormKind.ASYNC_MARKUP, fact.name), *draft.declaration_spans[index]))


def _returns_markup(draft: Draft, function: Node) -> bool:
    return _may_hold_markup(draft, function) and any(map(_is_markup, _returned(function)))


def _may_hold_markup(draft: Draft, function: Node) -> bool:
    start, end = function.start_byte, function.end_byte
    return draft.code.find(b"</", start, end) >= 0 or draft.code.find(b"/>", start, end) >= 0


def _awaits(draft: Draft, function: Node) -> bool:
    """Itself, and not only a function inside it."""
    for at in draft.words.occurrences(b"await", function.start_byte, function.end_byte):
        node = draft.root.descendant_for_byte_range(at, at + len(b"await"))
        while node is not None and node.type not in FUNCTIONS:
            node = node.parent
        if node == function:
            return True
    return False


def _returned(function: Node) -> Iterator[Node]:
    """What it returns itself, and not what a function inside it does."""
    body = field(function, "body")
    if body is None:
        return
    if body.type != "statement_block":
        yield body
        return
    pending = list(body.named_children)
    while pending:
        node = pending.pop()
        if node.type == "return_statement":
            yield from node.named_children[:1]
        elif node.type.endswith("_statement") or node.type in _BLOCKS:
            pending += node.named_children


def _is_markup(node: Node) -> bool:
    """`<p/>`, and `ready ? <p/> : null`."""
    node = unwrapped(node)
    if node.type == "ternary_expression":
        branches = field(node, "consequence"), field(node, "alternative")
        return any(_is_markup(branch) for branch in branches if branch is not None)
    return node.type.startswith("jsx_")
