"""Strings as they are at run time."""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import unwrapped

_ESCAPE = re.compile(
    r"\\(?:(?P<line>\r\n|[\n\r])|x(?P<byte>[0-9a-fA-F]{2})|u(?P<unit>[0-9a-fA-F]{4})|U(?P<point>[0-9a-fA-F]{8})"
    r"|(?P<octal>[0-7]{1,3})|(?P<char>.))",
    re.DOTALL,
)
_LITERAL = re.compile(rb"(?P<prefix>[A-Za-z]*)(?P<quote>'''|\"\"\"|'|\")", re.DOTALL)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a"}
_KEPT = frozenset("\\'\"")


def string_value(source: bytes, node: Node) -> str | None:
    """Of a literal, or of several that stand side by side; None for bytes, for a string with values in it, and for
    anything else."""
    node = unwrapped(node)
    if node.type == "string":
        return _literal(source[node.start_byte : node.end_byte])
    if node.type == "concatenated_string":
        parts = [string_value(source, part) for part in node.named_children if part.type != "comment"]
        return None if None in parts else "".join(filter(None, parts))
    return None


def is_formatted(source: bytes, node: Node) -> bool:
    """`f"…"`, also with nothing to fill in."""
    found = _LITERAL.match(source, node.start_byte, node.end_byte) if node.type == "string" else None
    return found is not None and bool(set(found["prefix"].lower()) & set(b"ft"))


def _literal(text: bytes) -> str | None:
    found = _LITERAL.match(text)
    prefix = found["prefix"].lower() if found is not None else b""
    if found is None or set(prefix) & set(b"bft"):
        return None
    quote = found["quote"]
    inside = text[found.end() : -len(quote) if text.endswith(quote, found.end()) else None].decode("utf-8", "replace")
    return inside if b"r" in prefix or "\\" not in inside else _ESCAPE.sub(_unescape, inside)


def _unescape(match: re.Match[str]) -> str:
    if digits := match["byte"] or match["unit"] or match["point"]:
        point = int(digits, 16)
        return chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd"
    if match["line"]:
        return ""
    if match["octal"]:
        return chr(int(match["octal"], 8))
    char = match["char"]
    return char if char in _KEPT else _CONTROL.get(char, f"\\{char}")
