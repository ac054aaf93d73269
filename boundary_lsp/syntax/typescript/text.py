"""Reading names and strings out of source bytes."""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import unwrapped

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]+)\}|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<line>\r\n|[\n\r\u2028\u2029])|(?P<octal>[0-7]{1,3})|(?P<char>.))",
    re.DOTALL,
)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def decode(source: bytes) -> str:
    return source.decode("utf-8", "replace")


def slice_text(source: bytes, node: Node) -> str:
    return decode(source[node.start_byte : node.end_byte])


def cook(literal: bytes) -> str:
    """The value of a quoted string literal: `'use\\u0020client'` is `use client`."""
    text = decode(literal[1:-1])
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def string_value(source: bytes, node: Node) -> str | None:
    """The value of a string literal or of a template without substitutions; None for anything else."""
    node = unwrapped(node)
    if node.type == "string":
        return cook(source[node.start_byte : node.end_byte])
    if node.type == "template_string" and not any(c.type == "template_substitution" for c in node.named_children):
        return cook(source[node.start_byte : node.end_byte])
    return None


def _unescape(match: re.Match[str]) -> str:
    if digits := match["point"] or match["unit"] or match["byte"]:
        point = int(digits, 16)
        return chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd"
    if match["line"]:
        return ""
    if match["octal"]:
        return chr(int(match["octal"], 8))
    char = match["char"]
    return _CONTROL.get(char, char)
