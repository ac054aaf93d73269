"""Words and clauses that are hidden from the grammar wherever they are spelled.

All masks keep the length, and line breaks. Inside strings and comments they do no harm: facts are
read from the original source.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_TYPE_IMPORT = re.compile(
    rb"\bimport\(\s*(?:\"[^\"\n]*\"|'[^'\n]*')\s*(?:,\s*\{[^()]{0,400}\}\s*)?\)(?=\s*\.\s*(?!then\b|catch\b|finally\b)[\w$])"
)
_TYPEOF_IMPORT = re.compile(
    rb"\btypeof\s+(import\(\s*(?:\"[^\"\n]*\"|'[^'\n]*')\s*,?\s*(?:\{[^()]{0,400}\}\s*,?\s*)?\))"
)
_EXPORT_TYPE_STAR = re.compile(rb"\bexport\s+(type)\s*\*")
_IMPORT_TYPE_FROM = re.compile(rb"\bimport\s+(type)\s+from\s+from\b")
_USING = re.compile(rb"(?m)(?:^[ \t]*|[;{}(][ \t]*)((?:await\s+)?using)(?=[ \t]+[\w$]+\s*(?:=|:|of\b))")
_PHASE = re.compile(rb"\bimport\s+(defer|source)\s+(?:\*|(?!from\b)[\w$]+\s+from\b)")
_PHASE_CALL = re.compile(rb"\bimport(\.(?:defer|source))\s*\(")
_ATTRIBUTES = re.compile(
    rb"\bexport\b[^;'\"]{0,4000}?\bfrom\s*(?:\"[^\"\n]*\"|'[^'\n]*')(\s*(?:with|assert)\s*\{[^{}]*\})"
)
_CLAUSE = re.compile(rb"['\"]\s*(?:with|assert)\s*\{")
"""Without it there are no attributes: looking for them in 20,000 exports takes 0.2 s."""

_EXPORT_TYPE_REQUIRE = re.compile(rb"\bexport\s+import\s+(type)\s+[\w$]+\s*=")
_EXPORT_REQUIRE = re.compile(
    rb"\bexport\s+import\s+(?:type\s+)?[\w$]+\s*=\s*require(\(\s*(?:\"[^\"\n]*\"|'[^'\n]*')\s*\))"
)
_ABSTRACT_DEFAULT = re.compile(rb"\bdefault\s+(abstract)\s+class\b")
_ACCESSOR = re.compile(rb"\b(accessor)\s+[#\w\[]")
_VARIANCE = re.compile(rb"[<,]\s*(in\s+out|in|out)\s+[A-Za-z_$]")
_TYPE_AS = re.compile(rb"[{,]\s*(type)\s+as\s*[,}]")
_CONST_PARAMETER = re.compile(rb"[<,]\s*(const)\s+[A-Z]\w*\s*(?:[,>=]|extends\b)")
_HTML_COMMENT = re.compile(rb"^[ \t]*((?:<!--|-->)[^\r\n]*)", re.MULTILINE)


def blank(code: bytearray, start: int, end: int) -> None:
    """Overwrites everything but line breaks."""
    code[start:end] = re.sub(rb"[^\r\n]", b" ", bytes(code[start:end]))


def mask_early(source: bytes) -> bytes:
    """What the grammar reads as something else without noticing. Looked for with one `in` each: every file pays."""
    code: bytearray | None = None
    for needle, pattern, group, act in _EARLY:
        if needle not in source:
            continue
        for match in pattern.finditer(source):
            code = bytearray(source) if code is None else code
            act(code, *match.span(group))
    return source if code is None else bytes(code)


def mask_late(source: bytes) -> tuple[bytes, list[int]]:
    """What is only hidden from a tree that has errors; and the starts of statements that are erased."""
    code = bytearray(source)
    for pattern in (*_LATE, _ATTRIBUTES) if _CLAUSE.search(source) else _LATE:
        for match in pattern.finditer(source):
            blank(code, *match.span(1))
    for match in _EXPORT_REQUIRE.finditer(source):
        _name(code, *match.span(1))
    return bytes(code), [match.start() for pattern in _ERASING for match in pattern.finditer(source)]


def _name(code: bytearray, start: int, end: int) -> None:
    """An identifier of the same length, on one line or not."""
    blank(code, start, end)
    first_line = re.split(rb"[\r\n]", bytes(code[start:end]))[0]
    code[start : start + len(first_line)] = b"_" * len(first_line)


def _constant(code: bytearray, start: int, end: int) -> None:
    blank(code, start, end)
    code[end - 5 : end] = b"const"


_EARLY: tuple[tuple[bytes, re.Pattern[bytes], int, Callable[[bytearray, int, int], None]], ...] = (
    (b"import(", _TYPE_IMPORT, 0, _name),
    (b"import(", _TYPEOF_IMPORT, 1, _name),
    (b"using ", _USING, 1, _constant),
)
_ERASING = (_EXPORT_TYPE_STAR, _IMPORT_TYPE_FROM)
"""Their statements are type-only, which the tree then no longer says."""
_LATE = (
    *_ERASING,
    _EXPORT_TYPE_REQUIRE,
    _PHASE,
    _PHASE_CALL,
    _ABSTRACT_DEFAULT,
    _ACCESSOR,
    _VARIANCE,
    _TYPE_AS,
    _CONST_PARAMETER,
    _HTML_COMMENT,
)
