"""How a text is written: its lines, its quotes, its ends of statements."""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.syntax.typescript.repair import read

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANKS = b" \t"


class Text:
    """A module's bytes and their tree."""

    def __init__(self, path: str, source: bytes) -> None:
        self.source = source
        self.root = read(path, source).tree.root_node
        self.newline = b"\r\n" if b"\r\n" in source else b"\n"

    @property
    def is_broken(self) -> bool:
        """Some of it is not understood."""
        return self.root.has_error

    def of(self, node: Node) -> bytes:
        return self.source[node.start_byte : node.end_byte]

    def line_start(self, offset: int) -> int:
        return self.source.rfind(b"\n", 0, offset) + 1

    def indentation(self, offset: int) -> bytes:
        """The blanks that its line begins with."""
        start = self.line_start(offset)
        line = self.source[start:offset]
        return line[: len(line) - len(line.lstrip(_BLANKS))]

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """The span with the blanks around it and its line's end, where nothing else stands on its lines."""
        first = self.line_start(start)
        rest = re.compile(rb"[ \t]*(?:\r?\n|\Z)").match(self.source, end)
        if self.source[first:start].strip(_BLANKS) or rest is None:
            return start, end
        return first, rest.end()

    def is_blank_before(self, offset: int) -> bool:
        """The line above is empty, or there is none."""
        above = self.source[:offset].removesuffix(b"\n").removesuffix(b"\r")
        return not above or above[above.rfind(b"\n") + 1 :].strip() == b""

    def with_gap(self, start: int, end: int) -> tuple[int, int]:
        """Whole lines and the empty line behind, where there is one in front as well: what stays is parted by one."""
        if self.is_blank_before(start) and self.source[end:].startswith(self.newline):
            end += len(self.newline)
        elif end == len(self.source) and start and self.is_blank_before(start):
            start -= len(self.newline)
        return start, end

    def quote(self) -> bytes:
        """The one that its first import uses, else `'`."""
        for node in self.root.children:
            source = node.child_by_field_name("source")
            if source is not None:
                return self.source[source.start_byte : source.start_byte + 1]
        return b"'"

    def terminator(self) -> bytes:
        """`;`, or nothing where its first import, or declaration, ends without."""
        for node in self.root.children:
            if node.type in ("import_statement", "lexical_declaration", "expression_statement"):
                return b";" if self.of(node).endswith(b";") else b""
        return b";"
