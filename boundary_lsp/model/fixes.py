"""What can be done about a finding: first asked for, then as edits of texts.

A rule asks; whoever wants the edits has them planned (`fixes/`) from the texts as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

import msgspec


class FixKind(StrEnum):
    ADD_DIRECTIVE = "add-directive"
    """`names` is the directive; it goes to the top of the file."""
    MOVE_DIRECTIVE = "move-directive"
    """The statement at `start` goes to the top of the file or function body that it stands in."""
    CORRECT_DIRECTIVE = "correct-directive"
    """The statement at `start` becomes the directive `names`, without parentheses."""
    REMOVE_DIRECTIVE = "remove-directive"
    """The statement at `start` goes."""
    MAKE_ASYNC = "make-async"
    """The function whose name (else first token) is at `start`."""
    REMOVE_EXPORTS = "remove-exports"
    """`names` of the module, with all that only they use."""
    SUPPRESS = "suppress"
    """A comment above the line of `start` that names the rule `names`; the reason is for somebody to write."""
    SPLIT_MODULE = "split-module"
    """`names` of the module go to a new one beside it, with all that only they use."""


class FixRequest(msgspec.Struct, frozen=True):
    kind: FixKind
    title: str
    """What it does, as an order: `Make it async`."""
    safe: bool
    """It changes nothing that works now, for anybody."""
    module: int
    start: int
    """A byte offset in the module's text."""
    names: tuple[str, ...] = ()


class Splice(NamedTuple):
    """These bytes of a text (end exclusive) become others."""

    start: int
    end: int
    text: bytes


class TextChange(NamedTuple):
    """All that happens to one file."""

    path: str
    splices: tuple[Splice, ...]
    """In order, apart from each other. An insertion at the end of another splice comes after it."""


class Fix(NamedTuple):
    changes: tuple[TextChange, ...]
    created: Mapping[str, bytes] = MappingProxyType({})
    """New files, by path."""


def spliced(text: bytes, splices: tuple[Splice, ...]) -> bytes:
    """The text with all splices done."""
    pieces, at = [], 0
    for splice in splices:
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return b"".join((*pieces, text[at:]))
