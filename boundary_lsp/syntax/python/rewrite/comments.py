"""A comment on a line of its own."""

from __future__ import annotations

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.python.rewrite.text import Text


def comment_above(text: Text, at: int, words: str) -> tuple[Splice, ...]:
    """Above the line of an offset. Nothing where that line goes on from the one before, or begins inside a string."""
    start = text.line_start(at)
    finder = _Strings(text, start)
    text.module.visit(finder)
    if text.is_opaque or finder.found or text.source[:start].rstrip(b"\r\n").endswith(b"\\"):
        return ()
    end = start + len(text.source[start:]) - len(text.source[start:].lstrip(b" \t"))
    indentation = text.source[start:end]
    return (Splice(start, start, indentation + f"# {words}".encode() + text.newline),)


class _Strings(cst.CSTVisitor):
    def __init__(self, text: Text, at: int) -> None:
        self._text = text
        self._at = at
        self.found = False

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        self._look(node)

    def visit_FormattedString(self, node: cst.FormattedString) -> None:
        self._look(node)

    def _look(self, node: cst.CSTNode) -> None:
        start, end = self._text.span(node)
        self.found = self.found or start < self._at < end
