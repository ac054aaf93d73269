"""Syntax that the grammar does not know, hidden from it behind bytes of the same length: offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node, Tree

from boundary_lsp.syntax.drafts.depth import errors_of
from boundary_lsp.syntax.python.grammar import parse

_STAR = re.compile(rb"(?<![*\w)\]])\*(?=[ \t]*[(\[{])")


def read(source: bytes) -> Tree:
    """`return first, *(rest)`: a tuple without parentheses may unpack what stands in brackets. If nothing else is wrong
    with the text, it is read without such stars; whoever asks for values, to which they matter, reads it as it is."""
    tree = parse(source)
    if not tree.root_node.has_error:
        return tree
    code = bytearray(source)
    for star in _unread_stars(source, tree.root_node):
        code[star] = ord(" ")
    repaired = parse(bytes(code)) if code != source else tree
    return tree if repaired.root_node.has_error else repaired


def _unread_stars(source: bytes, root: Node) -> Iterator[int]:
    """In the lines of an error: it may begin behind the star, or end with it. Each line once: there may be thousands of
    errors in one."""
    done = 0
    for error in errors_of(root):
        start, end = source.rfind(b"\n", 0, error.start_byte) + 1, source.find(b"\n", error.end_byte)
        stars = _STAR.finditer(source, max(start, done), end if end >= 0 else len(source))
        done = end if end >= 0 else len(source)
        for at in (star.start() for star in stars):
            if not _is_argument(root.descendant_for_byte_range(at, at + 1)):
                yield at


def _is_argument(star: Node | None) -> bool:
    splat = star.parent if star is not None else None
    return splat is not None and splat.parent is not None and splat.parent.type == "argument_list"
