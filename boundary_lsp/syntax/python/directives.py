"""Directives: strings at the head of a file or of a function's body, where a docstring stands, alone or as its first
line.

async def like(post: int):
    \"\"\"use server

    Counts one more.
    \"\"\"
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.model.directives import is_directive, misspelled, overlooked
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import first, starts
from boundary_lsp.syntax.python.text import is_formatted, string_value

_BEGUN = re.compile(rb"""['"]\s*(?:[Uu]se|USE|[Uu]s|[Ss]erver|[Cc]lient)[ _-]?[\w"']""")
_METHOD = DirectivePlace.METHOD


class Found(NamedTuple):
    value: str
    place: DirectivePlace
    function: Node | None
    """Around it."""
    start: int
    end: int


def directive_statements(draft: Draft) -> list[Found]:
    """In the order of the text."""
    found: dict[int, Found] = {}
    for match in _BEGUN.finditer(draft.source):
        if not draft.deep.cover(match.start()):
            one = _statement(draft, draft.root.descendant_for_byte_range(match.start(), match.start() + 1))
            if one is not None:
                found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


def _statement(draft: Draft, token: Node | None) -> Found | None:
    node = token
    while node is not None and node.type != "expression_statement":
        if node.type not in _PARTS:
            return None
        node = node.parent
    literal = first(node) if node is not None else None
    block = node.parent if node is not None else None
    if node is None or literal is None or block is None:
        return None
    formatted = is_formatted(draft.source, literal)
    value = _value(draft, literal, formatted=formatted)
    if value is None:
        return None
    place, function = _place(draft, node, block)
    if formatted:
        place = DirectivePlace.TEMPLATE
    return Found(value, place, function, literal.start_byte, literal.end_byte)


_PARTS = frozenset({"string_start", "string_content", "string", "concatenated_string", "parenthesized_expression"})


def _value(draft: Draft, literal: Node, *, formatted: bool) -> str | None:
    """The first line that says something, if it reads like a directive."""
    text = string_value(draft.source, literal)
    if formatted:
        text = draft.text(literal).lstrip("fFrRtT").strip("\"'")
    lines = text.strip().splitlines() if text is not None else []
    value = lines[0].strip() if lines else ""
    return value if is_directive(value) or misspelled(value) or overlooked(value) else None


def _place(draft: Draft, statement: Node, block: Node) -> tuple[DirectivePlace, Node | None]:
    is_first = starts(first(block), statement)
    owner = block.parent
    if block.type == "module" or owner is None:
        return (DirectivePlace.PROLOGUE if is_first else DirectivePlace.LATE), None
    if owner.type != "function_definition":
        return DirectivePlace.NESTED, None
    if not is_first:
        return DirectivePlace.LATE, owner
    return _METHOD if is_method(draft, owner) else DirectivePlace.FUNCTION, owner


def is_method(draft: Draft, function: Node) -> bool:
    """Of instances; a static method is a function."""
    holder = function.parent
    decorators = list[str]()
    if holder is not None and holder.type == "decorated_definition":
        decorators = [draft.text(child) for child in holder.named_children if child.type == "decorator"]
        holder = holder.parent
    owner = holder.parent if holder is not None else None
    return owner is not None and owner.type == "class_definition" and "@staticmethod" not in decorators
