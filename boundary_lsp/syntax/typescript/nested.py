"""`'use …'` statements inside functions and blocks: where they are, and what their place makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.model.directives import misspelled
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.syntax.typescript.directives import (
    ERASED,
    directive_span,
    directive_value,
    string_statement,
    template_directive,
)
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, first
from boundary_lsp.syntax.typescript.text import decode

_OPENINGS = (b'"use', b"'use", b'"Use', b"'Use", b'"USE', b"'USE", b"`use ")
_HINTS = (b" ser", b"ver'", b'ver"', b" ca", b"che'", b'che"')
"""One of them is left in every string that does not open like that, but resembles `use server` or `use cache`."""
_LONGEST = 13
"""Bytes: such a string with its quotes."""


class Nested(NamedTuple):
    value: str
    place: DirectivePlace
    body: int
    """As in `Directive`."""
    function: Node | None
    """The innermost one around it."""
    start: int
    end: int


def nested_directives(draft: Draft) -> Iterator[Nested]:
    """Those below the top level, in order."""
    bodies: dict[int, int] = {}
    for at in _offsets(draft):
        node = None if draft.deep.cover(at) else draft.root.named_descendant_for_byte_range(at, at + 4)
        statement = _statement_of(node) if node is not None and node.start_byte == at else None
        if node is None or statement is None or statement.parent is None or statement.parent.type in _FILE:
            continue
        value = template_directive(draft, node) if node.type == "template_string" else directive_value(draft, node)
        place = _place(node, statement, statement.parent)
        if value is not None and place is not None:
            block = statement.parent
            body = 0 if place is DirectivePlace.NESTED else bodies.setdefault(block.start_byte, len(bodies) + 1)
            span = directive_span(node, place is DirectivePlace.PARENTHESISED)
            yield Nested(value, place, body, _nearest_function(block), *span)


_FILE = ("program", "ERROR")


def _offsets(draft: Draft) -> list[int]:
    """Where a string begins that may read like a directive. Every file pays for this, so no tree is asked."""
    source = draft.source
    found = {at for opening in _OPENINGS for at in _occurrences(source, opening, draft.uses_start)}
    for hint in _HINTS:
        for at in _occurrences(source, hint, draft.uses_start):
            start = max(source.rfind(b"'", at - _LONGEST, at), source.rfind(b'"', at - _LONGEST, at))
            end = source.find(source[start : start + 1], start + 1, start + _LONGEST) if start >= 0 else -1
            if end >= 0 and misspelled(decode(source[start + 1 : end])):
                found.add(start)
    return sorted(found)


def _occurrences(source: bytes, word: bytes, start: int) -> Iterator[int]:
    at = source.find(word, start)
    while at >= 0:
        yield at
        at = source.find(word, at + len(word))


def _statement_of(node: Node) -> Node | None:
    """The statement that is only this string or template, in parentheses or not."""
    parent = node.parent
    if parent is None or node.type not in ("string", "template_string"):
        return None
    statement = parent if parent.type == "expression_statement" else parent.parent
    if statement is None:
        return None
    literal = first(statement) if node.type == "template_string" else string_statement(statement)[0]
    is_it = literal is not None and literal.start_byte == node.start_byte and literal.type == node.type
    return statement if is_it and statement.type == "expression_statement" else None


def _place(literal: Node, statement: Node, block: Node) -> DirectivePlace | None:
    """None for a template that nobody can mean as a directive."""
    function = block.parent
    is_body = block.type == "statement_block" and function is not None and function.type in FUNCTIONS
    is_head = is_body and _is_head(block, statement)
    if literal.type == "template_string":
        return DirectivePlace.TEMPLATE if is_head else None
    if not is_body or function is None or _is_constructor(function):
        return DirectivePlace.NESTED
    if literal.parent is not None and literal.parent.type == "parenthesized_expression":
        return DirectivePlace.PARENTHESISED
    if not is_head:
        return DirectivePlace.LATE
    return DirectivePlace.METHOD if _is_called_through_an_object(function) else DirectivePlace.FUNCTION


def _is_head(block: Node, statement: Node) -> bool:
    for child in block.named_children:
        if child.start_byte == statement.start_byte:
            return True
        if child.type != "comment" and child.type not in ERASED and string_statement(child)[0] is None:
            return False
    return False


def _is_constructor(function: Node) -> bool:
    name = field(function, "name") if _is_in_class(function) else None
    return name is not None and name.text == b"constructor"


def _is_called_through_an_object(function: Node) -> bool:
    """`class A { async m() {} }`, `{ get m() {} }`, but neither `static async m() {}` nor `{ async m() {} }`."""
    if function.type != "method_definition":
        return False
    words = {child.type for child in function.children}
    return not words.isdisjoint(("get", "set")) or ("static" not in words and _is_in_class(function))


def _is_in_class(function: Node) -> bool:
    return function.parent is not None and function.parent.type == "class_body"


def _nearest_function(node: Node) -> Node | None:
    parent = node.parent
    while parent is not None and parent.type not in FUNCTIONS:
        parent = parent.parent
    return parent
