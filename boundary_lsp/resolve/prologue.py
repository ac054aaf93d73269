"""The directive at the head of a published file, without parsing it."""

from __future__ import annotations

import re

_BLANK = rb"(?:\s+|//[^\n]*(?:\n|\Z)|/\*.*?\*/)*"
_STATEMENT = re.compile(_BLANK + rb"(?:\"([^\"\n]*)\"|'([^'\n]*)')[ \t]*;?", re.DOTALL)
_HASHBANG = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:#![^\n]*\n)?")


def head_directive(head: bytes) -> str | None:
    """`use client` or `use server` in the prologue of the text; other strings (`use strict`) keep the prologue open."""
    start = _HASHBANG.match(head)
    position = start.end() if start else 0
    while found := _STATEMENT.match(head, position):
        value = (found.group(1) or found.group(2) or b"").decode("utf-8", "replace")
        if value in ("use client", "use server"):
            return value
        position = found.end()
    return None
