"""Directives: added, moved to where they count, corrected, removed."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.typescript.directives import string_statement
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS
from boundary_lsp.syntax.typescript.rewrite.text import BYTE_ORDER_MARK, Text

_BEFORE_CODE = ("comment", "hash_bang_line")


def added(text: Text, directive: str) -> tuple[Splice, ...]:
    """At the top of the file, behind the comments that it begins with, and apart from what follows."""
    at = _top(text)
    statement = text.quote() + directive.encode() + text.quote() + text.terminator()
    return (Splice(at, at, statement + text.newline * 2),)


def moved(text: Text, at: int) -> tuple[Splice, ...]:
    """The statement of the literal at an offset, to the top of the file or of the function body around it; nothing
    where it stands in a block of another kind."""
    statement = _statement(text, at)
    literal = string_statement(statement)[0] if statement is not None else None
    target = _place(text, statement) if statement is not None else None
    if statement is None or literal is None or target is None:
        return ()
    ending = b";" if text.of(statement).endswith(b";") else b""
    inserted = Splice(target, target, text.indentation(statement.start_byte) + text.of(literal) + ending + text.newline)
    return inserted, Splice(*text.whole_lines(statement.start_byte, statement.end_byte), b"")


def corrected(text: Text, at: int, directive: str) -> tuple[Splice, ...]:
    """The literal at an offset says something else, and loses its parentheses."""
    statement = _statement(text, at)
    literal = string_statement(statement)[0] if statement is not None else None
    if statement is None or literal is None:
        return ()
    quote = text.source[literal.start_byte : literal.start_byte + 1]
    ending = b";" if text.of(statement).endswith(b";") else b""
    return (Splice(statement.start_byte, statement.end_byte, quote + directive.encode() + quote + ending),)


def removed(text: Text, at: int) -> tuple[Splice, ...]:
    """With the empty line that parts it from what follows."""
    statement = _statement(text, at)
    if statement is None:
        return ()
    start, end = text.whole_lines(statement.start_byte, statement.end_byte)
    return (Splice(*text.with_gap(start, end), b""),)


def _statement(text: Text, at: int) -> Node | None:
    node = text.root.named_descendant_for_byte_range(at, at + 1)
    while node is not None and node.type != "expression_statement":
        node = node.parent
    return node


def _place(text: Text, statement: Node) -> int | None:
    block = statement.parent
    if block is None or block.type == "program":
        return _top(text)
    if block.type != "statement_block" or block.parent is None or block.parent.type not in FUNCTIONS:
        return None
    first = block.named_children[0]
    start = text.line_start(first.start_byte)
    return start if start > block.start_byte else None


def _top(text: Text) -> int:
    first = next((node for node in text.root.children if node.type not in _BEFORE_CODE), None)
    if first is None:
        return len(text.source)
    return max(text.line_start(first.start_byte), len(BYTE_ORDER_MARK) * text.source.startswith(BYTE_ORDER_MARK))
