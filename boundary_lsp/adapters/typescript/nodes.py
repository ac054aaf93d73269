"""A file's syntax tree as the checker sends it, and the node that a span of our text means.

The checker tells the type of a node, not of a span, and names a node by its index in the encoded tree. So the tree is
fetched, which costs 0.4 ms a file, and never taken apart: it is an array of records of seven numbers.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode
from binascii import Error as Base64Error
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.typescript.messages import NodeKind
from boundary_lsp.adapters.typescript.pinned import PROTOCOL
from boundary_lsp.adapters.typescript.texts import Text

_STRING_OFFSETS, _STRINGS, _EXTENDED, _NODES = 6, 7, 8, 10
_RECORD = 7
_KIND, _POS, _END, _PARENT, _DATA = 0, 1, 2, 4, 5
_SOURCE_FILE = 1
_INDEX_MASK = 0x00FFFFFF

_TRIVIA = re.compile(r"(?:\s|//[^\n\r]*|/\*.*?\*/)*", re.DOTALL)
_BEFORE_FUNCTION = re.compile(r"(?:\s|//[^\n\r]*|/\*.*?\*/|export\b|default\b)*", re.DOTALL)
_MODIFIED = (NodeKind.FUNCTION_DECLARATION, NodeKind.CLASS_DECLARATION)

_DOTS, _QUESTION, _INITIALIZER = 1 << 1, 1 << 3, 1 << 5
"""Which children a parameter has, a bit each."""


class ParameterNode(NamedTuple):
    optional: bool
    rest: bool
    pattern: str
    """The text of a destructuring pattern; empty for a name."""


class Tree:
    def __init__(self, encoded: str) -> None:
        """Raises CheckerFailed where this is not the tree that we can read."""
        try:
            self._bytes = b64decode(encoded)
            self._head = array("I", self._bytes[:44])
            self._nodes = array("I", self._bytes[self._head[_NODES] :])
            if sys.byteorder == "big":
                self._nodes.byteswap()
            self._version = self._head[0] >> 24
            self.path = self._string(2)
            self._source = self._string_bytes(0)
        except (Base64Error, ValueError, IndexError, UnicodeDecodeError) as error:
            raise CheckerFailed(f"sends trees that cannot be read ({error})", hopeless=True) from None
        if self._version != PROTOCOL:
            raise CheckerFailed(f"is of another version: its trees are of version {self._version}", hopeless=True)

    def nodes_of(self, spans: Iterable[tuple[int, int]], source: bytes) -> dict[tuple[int, int], str]:
        """The handle of the innermost node that is exactly that span of bytes, for each that has one; none where the
        checker has read something else than we have."""
        text = Text(source)
        if text.source != self._source:
            return {}
        units = {(text.offset(start), text.offset(end)): (start, end) for start, end in spans}
        return {units[span]: handle for span, handle in self._find(units, text).items()}

    def parameter(self, index: int) -> ParameterNode:
        """What a parameter's symbol does not tell."""
        present = self._nodes[index * _RECORD + _DATA] & 0xFF
        return ParameterNode(bool(present & (_QUESTION | _INITIALIZER)), bool(present & _DOTS), self._pattern(index))

    def _find(self, wanted: Collection[tuple[int, int]], text: Text) -> dict[tuple[int, int], str]:
        ends = defaultdict[int, list[int]](list)
        interesting = {end for _, end in wanted}
        for index, end in enumerate(self._nodes[_END::_RECORD]):
            if end in interesting:
                ends[end].append(index)
        found: dict[tuple[int, int], str] = {}
        for start, end in wanted:
            index = self._exactly(start, ends[end], text)
            if index:
                found[start, end] = f"{index}.{self._nodes[index * _RECORD]}.{self.path}"
        return found

    def _exactly(self, start: int, candidates: list[int], text: Text) -> int:
        """Candidates are nodes that end where the span does, outermost first; 0 where none begins where it does."""
        for index in reversed(candidates):
            kind, position = self._nodes[index * _RECORD], self._nodes[index * _RECORD + _POS]
            if kind == NodeKind.LIST or index <= _SOURCE_FILE or position > start:
                continue
            before = _BEFORE_FUNCTION if kind in _MODIFIED else _TRIVIA
            if before.fullmatch(text.between(position, start)):
                return index
            if kind not in _MODIFIED:
                return 0
        return 0

    def _pattern(self, parameter: int) -> str:
        text = Text(self._source)
        for index in self._below(parameter):
            if self._nodes[index * _RECORD] in (NodeKind.OBJECT_PATTERN, NodeKind.ARRAY_PATTERN):
                node = index * _RECORD
                return " ".join(text.between(self._nodes[node + _POS], self._nodes[node + _END]).split())
        return ""

    def _below(self, parent: int) -> Iterator[int]:
        end = self._nodes[parent * _RECORD + _END]
        for index in range(parent + 1, len(self._nodes) // _RECORD):
            if self._nodes[index * _RECORD + _POS] >= end:
                return
            if self._nodes[index * _RECORD + _PARENT] == parent:
                yield index

    def _string(self, field: int) -> str:
        return self._string_bytes(field).decode("utf-8")

    def _string_bytes(self, field: int) -> bytes:
        """A string of the source file's record: 0 is its text, 2 its path."""
        record = self._head[_EXTENDED] + (self._nodes[_SOURCE_FILE * _RECORD + _DATA] & _INDEX_MASK)
        number = int.from_bytes(self._bytes[record + 4 * field : record + 4 * field + 4], "little")
        entry = self._head[_STRING_OFFSETS] + 4 * number
        start, end = (int.from_bytes(self._bytes[entry + n : entry + n + 4], "little") for n in (0, 4))
        return self._bytes[self._head[_STRINGS] + start : self._head[_STRINGS] + end]
