"""Syntax that the grammar does not know, hidden from it behind bytes of the same length.

Offsets stay, so that everything is still read from the original source; only the tree comes from the
masked one. A mask that is made for the sake of an error is kept if there are fewer errors for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tree_sitter import Node, Tree

from boundary_lsp.syntax.drafts.depth import errors_of
from boundary_lsp.syntax.typescript.grammar import parse
from boundary_lsp.syntax.typescript.masks import blank, mask_early, mask_late

_TAGGED = re.compile(rb"(?<!=)>\s*`")


class Reading(NamedTuple):
    """A tree and the source it was made of."""

    tree: Tree
    code: bytes
    erased: frozenset[int] = frozenset()
    """Starts of statements that are type-only though the tree does not say so."""


@lru_cache(maxsize=1)
def read(path: str, source: bytes) -> Reading:
    """The last one is kept: of a module that somebody edits, facts and values are read one after the other."""
    code = mask_early(source)
    reading = Reading(parse(path, code), code)
    if b">`" in code or reading.tree.root_node.has_error:
        reading = _try(path, reading, _without_tagged_templates(reading))
    if reading.tree.root_node.has_error:
        code, erased = mask_late(reading.code)
        reading = _try(path, reading, code)._replace(erased=frozenset(erased))
    if reading.tree.root_node.has_error and b"&" in reading.code:
        reading = _try(path, reading, _without_bare_ampersands(path, reading.code))
    return reading


def _try(path: str, reading: Reading, code: bytes) -> Reading:
    if code == reading.code:
        return reading
    tree = parse(path, code)
    if _cost(tree.root_node) > _cost(reading.tree.root_node):
        return reading
    return reading._replace(tree=tree, code=code)


def _cost(root: Node) -> tuple[int, int]:
    errors = list(errors_of(root))
    return len(errors), sum(node.end_byte - node.start_byte for node in errors)


def _without_tagged_templates(reading: Reading) -> bytes:
    """``sql<Row>`a ${b}` `` becomes `sql<Row>(    b ,)`: type arguments before a template are not known."""
    code = bytearray(reading.code)
    for match in _TAGGED.finditer(reading.code):
        tick = match.end() - 1
        token = reading.tree.root_node.descendant_for_byte_range(tick, tick + 1)
        template = token.parent if token is not None and token.type == "`" else None
        above = template.parent if template is not None else None
        if template is None or above is None or template.type != "template_string" or template.start_byte != tick:
            continue
        if above.type == "binary_expression" or above.has_error:
            _make_call(code, template)
    return bytes(code)


def _make_call(code: bytearray, template: Node) -> None:
    at = template.start_byte
    for part in template.named_children:
        if part.type == "template_substitution":
            blank(code, at, part.start_byte + 2)
            at = part.end_byte
            code[at - 1] = ord(",")
    blank(code, at, template.end_byte)
    code[template.start_byte], code[template.end_byte - 1] = b"()"


def _without_bare_ampersands(path: str, code: bytes) -> bytes:
    """`Terms & Conditions`, `href="?a=1&b=2"`: text to everyone but the grammar.

    Which `&` are text the grammar itself can say, with a bar for each: to code that is an operator like `&`, in types
    as well, and to text it is a character like any other.
    """
    masked = bytearray(code.replace(b"&", b"|"))
    root = parse(path, bytes(masked)).root_node
    at = code.find(b"&")
    while at >= 0:
        if not _is_text(root.descendant_for_byte_range(at, at + 1)):
            masked[at] = ord("&")
        at = code.find(b"&", at + 1)
    return bytes(masked)


def _is_text(node: Node | None) -> bool:
    """In the text of an element, or in an attribute's string."""
    if node is None or node.type == "jsx_text":
        return node is not None
    string = node.parent if node.type == "string_fragment" else node
    return string is not None and string.parent is not None and string.parent.type == "jsx_attribute"
