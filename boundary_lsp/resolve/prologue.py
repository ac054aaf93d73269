"""The directive at the head of a published file, without parsing it."""

from __future__ import annotations

import re

_BLANK = re.compile(rb"(?>\s+|//[^\n]*(?:\n|\Z)|/\*.*?\*/)*+", re.DOTALL)
_STRING = re.compile(rb"\"([^\"\n]*)\"|'([^'\n]*)'")
_HASHBANG = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:#![^\n]*\n)?")
_CONTINUES = re.compile(rb"[+*/%.,=?&|<>(\[`^!-]|in\b|instanceof\b")
_ONLY_HANDS_ON = re.compile(
    rb"""(?:['"]use strict['"];?\s*)?(?:module\.exports\s*=\s*require\(\s*|export\s*\*\s*from\s*)"""
    rb"""(['"])(\.[^'"\n]+)\1\s*\)?;?\s*\Z"""
)


def head_directive(head: bytes) -> str | None:
    """`use client` or `use server` in the prologue of the text; other strings (`use strict`) keep the prologue open."""
    start = _HASHBANG.match(head)
    position = _after_blank(head, start.end() if start else 0)
    while found := _STRING.match(head, position):
        position = _after_blank(head, found.end())
        between = head[found.end() : position]
        if head[position : position + 1] == b";":
            position = _after_blank(head, position + 1)
        elif position < len(head) and (b"\n" not in between or _CONTINUES.match(head, position)):
            return None  # the string starts an expression
        value = (found.group(1) or found.group(2) or b"").decode("utf-8", "replace")
        if value in ("use client", "use server"):
            return value
    return None


def handed_on(head: bytes) -> str | None:
    """The `./dist/link` of a file that is nothing but `module.exports = require('./dist/link')`."""
    start = _HASHBANG.match(head)
    found = _ONLY_HANDS_ON.match(head, _after_blank(head, start.end() if start else 0))
    return found[2].decode("utf-8", "replace") if found else None


def _after_blank(head: bytes, position: int) -> int:
    found = _BLANK.match(head, position)
    return found.end() if found else position
