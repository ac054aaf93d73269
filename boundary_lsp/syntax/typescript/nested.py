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

_OPENINGS = (b'"use', b"'use", b'"Use', b"'Use", b"`use ")
_MIDDLES = (b" ser", b" ca")
_ENDINGS = (b"ver'", b'ver"', b"che'", b'che"')
"""A string that does not open like that, but resembles `use server` or `use cache`, has one of these where they have
it: two other letters do not reach all three parts."""
_BEFORE_MIDDLE = 4
_LONGEST = 13
"""Bytes: such a string with its quotes."""
_QUOTES = (b"'", b'"')


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
    source, start = draft.source, draft.uses_start
    found = [at for opening in _OPENINGS for at in _occurrences(source, opening, start)]
    likely = [at - _BEFORE_MIDDLE for word in _MIDDLES for at in _occurrences(source, word, start)]
    likely += [
        source.rfind(word[-1:], max(at - _LONGEST, 0), at)
        for word in _ENDINGS
        for at in _occurrences(source, word, start)
    ]
    found += [at for at in likely if at >= start and _is_misspelled(source, at)]
    return sorted(set(found))


def _is_misspelled(source: bytes, at: int) -> bool:
    quote = source[at : at + 1]
    end = source.find(quote, at + 1, at + _LONGEST) if quote in _QUOTES else -1
    return end >= 0 and misspelled(decode(source[at + 1 : end])) is not None


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


def function_of_body(block: Node) -> Node | None:
    """The function whose body the block is."""
    function = block.parent
    return function if block.type == "statement_block" and function is not None and function.type in FUNCTIONS else None


def is_head(block: Node, statement: Node) -> bool:
    """Does nothing stand before the statement but strings and what TypeScript erases?"""
    for child in block.named_children:
        if child.start_byte == statement.start_byte:
            return True
        if child.type != "comment" and child.type not in ERASED and string_statement(child)[0] is None:
            return False
    return False


def _place(literal: Node, statement: Node, block: Node) -> DirectivePlace | None:
    """None for a template that nobody can mean as a directive."""
    function = function_of_body(block)
    heads = function is not None and is_head(block, statement)
    if literal.type == "template_string":
        return DirectivePlace.TEMPLATE if heads else None
    place = _place_at_head(function) if function is not None else DirectivePlace.NESTED
    if place is DirectivePlace.NESTED:
        return place
    if literal.parent is not None and literal.parent.type == "parenthesized_expression":
        return DirectivePlace.PARENTHESISED
    return place if heads else DirectivePlace.LATE


def _place_at_head(function: Node) -> DirectivePlace:
    if function.type != "method_definition":
        return DirectivePlace.FUNCTION
    name = field(function, "name")
    words = {child.type for child in function.children}
    if function.parent is not None and function.parent.type == "class_body" and name is not None:
        if name.text == b"constructor":
            return DirectivePlace.NESTED
        if "static" not in words:
            is_private = name.type == "private_property_identifier"
            return DirectivePlace.ACCESSOR if is_private else DirectivePlace.METHOD
    return DirectivePlace.FUNCTION if words.isdisjoint(("get", "set")) else DirectivePlace.ACCESSOR


def _nearest_function(node: Node) -> Node | None:
    parent = node.parent
    while parent is not None and parent.type not in FUNCTIONS:
        parent = parent.parent
    return parent
