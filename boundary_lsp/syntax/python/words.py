"""Finding names as bytes: a hundred times faster than asking the tree for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.python.scopes import Elsewhere, Role, Scope, role_of

_WORD = re.compile(rb"(?<![\w.\x80-\xff])[A-Za-z_\x80-\xff][\w\x80-\xff]*")


class Word(NamedTuple):
    """A token that spells a name, and what it does there."""

    token: Node
    parent: Node
    role: Role


class Words:
    """Of one text and its tree."""

    def __init__(self, source: bytes, root: Node, deep: Intervals) -> None:
        self._source = source
        self._root = root
        self._deep = deep
        self._declaring: dict[bytes, list[Word]] = {}
        self._known: dict[bytes, list[Word]] = {}

    @cached_property
    def offsets(self) -> Mapping[bytes, list[int]]:
        """Where each word stands that is no attribute, in strings and comments as well."""
        found = defaultdict[bytes, list[int]](list)
        for match in _WORD.finditer(self._source):
            found[match[0]].append(match.start())
        return found

    def within(self, name: bytes, start: int, end: int) -> list[int]:
        """Offsets of a word in a part of the text."""
        offsets = self.offsets.get(name, [])
        return offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]

    def tokens(self, name: bytes) -> list[Word]:
        """In the order of the text; what is nested too deeply is not among them."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = [
                word
                for at in self.within(name, 0, len(self._source))
                if (word := self._word(at, len(name))) is not None
            ]
        return known

    def tokens_within(self, name: bytes, start: int, end: int) -> list[Word]:
        words = self.tokens(name)
        first = bisect_left(words, start, key=_start)
        return words[first : bisect_left(words, end, first, key=_start)]

    def spelled(self, start: int, end: int) -> set[bytes]:
        """All words of a part of the text that are no attributes."""
        return {match[0] for match in _WORD.finditer(self._source, start, end)}

    def declaring(self, name: bytes) -> list[Word]:
        """Those of its tokens that are no references: a `global` statement's among them."""
        known = self._declaring.get(name)
        if known is None:
            known = self._declaring[name] = [
                word for word in self.tokens(name) if isinstance(word.role, Scope | Elsewhere)
            ]
        return known

    def _word(self, at: int, length: int) -> Word | None:
        if self._deep and self._deep.cover(at):
            return None
        token = self._root.descendant_for_byte_range(at, at + length)
        parent = token.parent if token is not None and token.type == "identifier" else None
        return Word(token, parent, role_of(token, parent)) if token is not None and parent is not None else None


def _start(word: Word) -> int:
    return word.token.start_byte
