"""A document's text to the parts of it that are code: `import` and `export` blocks, tags, and expressions in braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

_NAME = rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff-]*(?:[.:][A-Za-z_$\x80-\xff][\w$\x80-\xff-]*)*"
_SPECIAL = re.compile(
    rb"(?P<module>^(?:import|export)\b[ \t]*[\w${*'\"])"
    rb"|(?P<fence>^[ \t>*+\-\d.)]*(?:```+(?=[^`\n]*$)|~~~+))"
    rb"|(?P<code>`+)"
    rb"|(?P<escape>\\.)"
    rb"|(?P<comment><!--)"
    rb"|(?P<expression>\{)"
    rb"|(?P<closing></\s*(?P<closed>" + _NAME + rb")?\s*>)"
    rb"|(?P<fragment><>)"
    rb"|(?P<tag><(?P<name>" + _NAME + rb")(?=[\s/>{]))",
    re.MULTILINE | re.DOTALL,
)
_FRONT_MATTER = re.compile(rb"\n{0,3}(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_LINE_END = re.compile(rb"$", re.MULTILINE)
_EMPTY_LINE = re.compile(rb"\n[ \t\r]*\n")
_BLOCK_END = re.compile(rb"\n(?=[ \t\r]*\n)|\Z")
_QUOTED = re.compile(rb"(?<=['\"])")
_SIGNS = {b"}": re.compile(rb"[{}]"), b">": re.compile(rb"[{}>]")}
"""What is looked at on the way to the sign that something ends with."""
_TRIES = 50
"""How many places are tried as the end of one part."""
_EFFORT = 1_000_000
"""How much of one document is parsed on trial, in bytes. All that is left then counts as broken."""
_FAILURE, _LOOK = 1000, 10
"""What a parse costs besides that fails, and what a brace does that is passed by."""


class Kind(IntEnum):
    MODULE = 0
    """`import` and `export` statements."""
    EXPRESSION = 1
    """`{…}`, with its braces."""
    OPEN = 2
    """`<A b={c}>`; `name` is `A`, empty for a fragment."""
    CLOSE = 3
    EMPTY = 4
    """`<A/>`."""
    BROKEN = 5
    """What ought to be code and cannot be parsed. Of a tag, only its beginning."""


class Part(NamedTuple):
    kind: Kind
    start: int
    end: int
    name: bytes = b""


class Document:
    """`parses` says whether a piece of code does. Where a part ends is found as MDX itself does: by trying."""

    def __init__(self, text: bytes, parses: Callable[[bytes], bool]) -> None:
        self.text = text
        self._parses = parses
        self._left = _EFFORT

    def parts(self) -> Iterator[Part]:
        """In order. All else is prose, or code that is only shown."""
        front = _FRONT_MATTER.match(self.text)
        at = front.end() if front is not None else 0
        while (match := _SPECIAL.search(self.text, at)) is not None:
            if self._left <= 0:
                yield Part(Kind.BROKEN, match.start(), len(self.text))
                return
            kind = match.lastgroup or ""
            part = self._part(kind, match)
            if part is not None:
                yield part
                at = max(part.end, match.end())
            else:
                at = self._behind(kind, match)

    def _try(self, code: bytes) -> bool:
        if self._left <= 0:
            return False
        parses = self._parses(code)
        self._left -= len(code) + (0 if parses else _FAILURE)
        return parses

    def _part(self, kind: str, match: re.Match[bytes]) -> Part | None:
        start, end = match.span()
        if kind == "module":
            return self._module(start)
        if kind == "expression":
            return self._expression(start)
        if kind == "tag":
            return self._tag(start, end, match["name"])
        if kind == "closing":
            return Part(Kind.CLOSE, start, end, match["closed"] or b"")
        return Part(Kind.OPEN, start, end) if kind == "fragment" else None

    def _behind(self, kind: str, match: re.Match[bytes]) -> int:
        """Where prose goes on behind something that is no part."""
        text, end = self.text, match.end()
        if kind == "fence":
            mark = match[0].lstrip(b" \t>*+-.)0123456789")
            closing = re.compile(rb"^[ \t>]*" + mark + re.escape(mark[:1]) + rb"*[ \t\r]*$", re.MULTILINE)
            found = closing.search(text, end)
            return found.end() if found is not None else len(text)
        if kind == "code":
            same = re.compile(rb"(?<!`)" + match[0] + rb"(?!`)").search(text, end)
            is_closed = same is not None and _EMPTY_LINE.search(text, end, same.start()) is None
            return same.end() if same is not None and is_closed else end
        if kind == "comment":
            close = text.find(b"-->", end)
            return close + 3 if close >= 0 else end
        return end

    def _module(self, start: int) -> Part:
        """Up to the first empty line behind which the statements are complete; else as many lines, or words, as are."""
        for pattern in (_BLOCK_END, _LINE_END, _QUOTED):
            for match in islice(pattern.finditer(self.text, start), _TRIES):
                if self._try(self.text[start : match.end()]):
                    return Part(Kind.MODULE, start, match.end())
        line = _LINE_END.search(self.text, start)
        return Part(Kind.BROKEN, start, line.start() if line is not None else len(self.text))

    def _expression(self, start: int) -> Part:
        first = -1
        for end in self._ends(b"}", start):
            if self._try(b"<>" + self.text[start:end] + b"</>"):
                return Part(Kind.EXPRESSION, start, end)
            first = end if first < 0 else first
        line = _LINE_END.search(self.text, start)
        return Part(Kind.BROKEN, start, first if first >= 0 else line.start() if line else len(self.text))

    def _tag(self, start: int, named: int, name: bytes) -> Part:
        for end in self._ends(b">", start):
            empty = self.text[end - 2 : end] == b"/>"
            if self._try(self.text[start:end] if empty else self.text[start : end - 1] + b"/>"):
                return Part(Kind.EMPTY if empty else Kind.OPEN, start, end, name)
        return Part(Kind.BROKEN, start, named, name)

    def _ends(self, last: bytes, start: int) -> Iterator[int]:
        """Where something may end: first where all braces are closed, then anywhere, since strings may hold some."""
        depth = tried = 0
        others: list[int] = []
        for match in islice(_SIGNS[last].finditer(self.text, start), max(self._left, 0) // _LOOK):
            self._left -= _LOOK
            sign = match[0]
            depth += (sign == b"{") - (sign == b"}")
            if sign == last and depth:
                others.append(match.end())
            elif sign == last:
                yield match.end()
                tried += 1
                if tried == _TRIES:
                    break
        yield from others[:_TRIES]
