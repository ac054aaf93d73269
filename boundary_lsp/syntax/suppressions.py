"""What a comment suppresses, and on which lines: the same in every language.

// boundary-ignore dead-endpoint: the mobile app calls it
export async function register() {}

return <Chart data={rows} />; // boundary-ignore lossy-value, unserializable-prop: dates are formatted
"""

from __future__ import annotations

import re

import msgspec

from boundary_lsp.model.facts import ModuleFacts, Suppression
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.spans import decode_spans, span_at

MARK = b"boundary-ignore"

_COMMENT = re.compile(r"(?://+|/\*+|#+)\s*boundary-ignore(?![\w-])(.*?)(?:\*/)?", re.DOTALL)
_CONTENT = re.compile(r"\s*([\w-]+(?:\s*,\s*[\w-]+)*)?[\s,]*(?::(.*))?", re.DOTALL)
_NO_CODE = {
    "//": re.compile(rb"(?:\s+|//[^\r\n]*|/\*.*?\*/|\{\s*/\*.*?\*/\s*\})*", re.DOTALL),
    "#": re.compile(rb"(?:\s+|#[^\r\n]*)*"),
}
_BRACE = re.compile(rb"\s*\}")
_FAR = 10_000
"""Bytes between a comment and its code: nobody explains more."""

_encoder = msgspec.msgpack.Encoder()


def suppression_of(comment: bytes) -> Suppression | None:
    """A comment with its marks, if it begins with the word. What it names is not checked, and may be nothing."""
    found = _COMMENT.fullmatch(comment.decode("utf-8", "replace").rstrip())
    content = _CONTENT.match(found[1]) if found is not None else None
    if content is None:
        return None
    names = (content[1] or "").split(",")
    return Suppression(tuple(name.strip() for name in names if name), " ".join((content[2] or "").split()))


def with_suppressed_lines(facts: ModuleFacts, text: bytes, comment: str) -> ModuleFacts:
    """The facts of a text, with the lines that its suppressions speak of. `comment` begins one in its language."""
    if not facts.suppressions:
        return facts
    spans, lines = decode_spans(facts), LineIndex(text)
    found = [_lines(text, lines, comment, *span_at(spans.suppressions, i)) for i in range(len(facts.suppressions))]
    flat = tuple(offset for span in found for offset in span)
    encoded = _encoder.encode(msgspec.structs.replace(spans, suppressed=flat))
    return msgspec.structs.replace(facts, spans=msgspec.Raw(encoded))


def _lines(text: bytes, lines: LineIndex, comment: str, start: int, end: int) -> tuple[int, int]:
    """Behind code it speaks of its line, else of the next line with code."""
    first = lines.line_of(start)
    head = lines.offset(first, 0)
    before = text[head:start].strip()
    last = (
        first if before not in (b"", b"{") else lines.line_of(_next_code(text, end, comment, in_braces=before == b"{"))
    )
    return head, lines.offset(last + 1, 0)


def _next_code(text: bytes, end: int, comment: str, *, in_braces: bool) -> int:
    """`{/* boundary-ignore … */}` is a comment of an element: the brace behind it is no code."""
    brace = _BRACE.match(text, end) if in_braces else None
    blank = _NO_CODE[comment].match(text, brace.end() if brace is not None else end, end + _FAR)
    return blank.end() if blank is not None else end
