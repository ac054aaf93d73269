"""A comment on a line of its own, in the form that its place asks for."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.typescript.rewrite.text import BYTE_ORDER_MARK, Text

_CHILDREN = frozenset({"jsx_element", "jsx_fragment", "jsx_text"})
"""Between the tags of an element, where only braces hold a comment."""
_WHOLE = frozenset({"template_string", "string", "string_fragment", "comment", "regex", "html_comment"})
"""What a line of its own would become a part of, or break."""


def comment_above(text: Text, at: int, words: str) -> tuple[Splice, ...]:
    """Above the line of an offset. Nothing where that line begins inside a string, a template or a comment."""
    if text.source.count(b"\r") != text.source.count(b"\r\n"):
        return ()
    start = max(text.line_start(at), len(BYTE_ORDER_MARK) * text.source.startswith(BYTE_ORDER_MARK))
    indentation = text.indentation(at) if start == text.line_start(at) else b""
    around = _around(text, start + len(indentation))
    if around is not None and around.type in _WHOLE:
        return ()
    in_braces = around is not None and around.type in _CHILDREN
    comment = f"{{/* {words} */}}" if in_braces else f"// {words}"
    return (Splice(start, start, indentation + comment.encode() + text.newline),)


def _around(text: Text, first: int) -> Node | None:
    """The innermost node that begins before the line's first character."""
    node = text.root.descendant_for_byte_range(first, first)
    while node is not None and node.start_byte >= first:
        node = node.parent
    return node
