"""A text as LibCST has it: a tree in which every blank and comment belongs to something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

import libcst as cst
from libcst.metadata import CodeSpan

from boundary_lsp.syntax.python.rewrite.parsing import is_python, parsed, spans_of

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANKS = b" \t\x0c"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_REST = re.compile(rb"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")

Block = cst.Module | cst.IndentedBlock


class Extent(NamedTuple):
    """A statement of the top level. All of them are all of the text, but for its head and foot."""

    node: cst.BaseStatement
    start: int
    """Of the empty lines and comments that stand before it."""
    code_start: int
    end: int
    """Behind its last line."""


class Text:
    """A module's bytes, and their tree where they are understood."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.newline = b"\r\n" if b"\r\n" in source else b"\n"
        self._mark = len(BYTE_ORDER_MARK) if source.startswith(BYTE_ORDER_MARK) else 0

    @cached_property
    def is_broken(self) -> bool:
        """Python does not understand some of it; its version may be older than the text's."""
        return not is_python(self.source[self._mark :]) and self.is_opaque

    @property
    def is_opaque(self) -> bool:
        """It cannot be taken apart, be it broken or not."""
        return self._tree is None

    @cached_property
    def _tree(self) -> cst.Module | None:
        return parsed(self.source[self._mark :])

    @property
    def module(self) -> cst.Module:
        """Empty where it is opaque."""
        return self._tree if self._tree is not None else cst.Module([])

    def span(self, node: cst.CSTNode) -> tuple[int, int]:
        """In bytes, the blanks and comments around it apart; a function's without its decorators."""
        span = self._spans[node]
        return span.start + self._mark, span.start + span.length + self._mark

    @cached_property
    def _spans(self) -> Mapping[cst.CSTNode, CodeSpan]:
        return spans_of(self.module)

    def of(self, node: cst.CSTNode) -> bytes:
        start, end = self.span(node)
        return self.source[start:end]

    def holds(self, node: cst.CSTNode, at: int) -> bool:
        start, end = self.span(node)
        return start <= at < end

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        module, found = self.module, []
        start = self._mark + self._length(module.header)
        for node in module.body:
            length = self._length((node,))
            code = start + self._length(getattr(node, "leading_lines", ()))
            found.append(Extent(node, start, code, min(start + length, len(self.source))))
            start += length
        return tuple(found)

    def line_start(self, offset: int) -> int:
        return max(self.source.rfind(b"\n", 0, offset), self.source.rfind(b"\r", 0, offset)) + 1

    def indentation(self, offset: int) -> bytes:
        """The blanks that its line begins with."""
        line = self.source[self.line_start(offset) : offset]
        return line[: len(line) - len(line.lstrip(_BLANKS))]

    def whole_lines(self, start: int, end: int) -> tuple[int, int] | None:
        """The span with the blanks and the comment around it and its line's end; None where more is on its lines."""
        first = max(self.line_start(start), self._mark)
        rest = _REST.match(self.source, end)
        if self.source[first:start].strip(_BLANKS) or rest is None:
            return None
        return first, rest.end()

    def is_blank_before(self, offset: int) -> bool:
        """The line above is empty, or there is none."""
        above = self.source[self._mark : offset].removesuffix(b"\n").removesuffix(b"\r")
        return not above or not above[max(above.rfind(b"\n"), above.rfind(b"\r")) + 1 :].strip()

    def blank_end(self, offset: int) -> int:
        """Behind the empty line that begins there; the same offset where there is none."""
        found = re.compile(rb"[ \t]*(?:\r\n|\r|\n)").match(self.source, offset)
        return found.end() if found else offset

    def blanks_end(self, offset: int) -> int:
        """Behind all of them."""
        while (end := self.blank_end(offset)) > offset:
            offset = end
        return offset

    def _length(self, nodes: Iterable[cst.CSTNode]) -> int:
        return sum(len(self.module.code_for_node(node).encode()) for node in nodes)
