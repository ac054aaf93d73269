"""The words before a class member's name: who may see it, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.parameters import PARAMETERS
from boundary_lsp.syntax.typescript.values.reader import Reader

HIDING = frozenset({"private", "protected"})
PROPERTY_WORDS = frozenset({"public", "readonly", "override"})
"""Before a constructor's parameter, they make it a public field."""


def words_before(reader: Reader, node: Node, name: Node) -> set[str]:
    found = (c for c in node.children if c.start_byte < name.start_byte and c.type != "decorator")
    return {reader.module.text(child) for child in found}


def has_word(reader: Reader, member: Node, word: str) -> bool:
    name = field(member, "name")
    return name is not None and word in words_before(reader, member, name)


def is_public(reader: Reader, member: Node) -> bool:
    """It has a name that code elsewhere can use."""
    name = field(member, "name")
    if name is None or name.type == "private_property_identifier" or reader.module.key(name) == "*":
        return False
    return not words_before(reader, member, name) & HIDING


def is_closed(reader: Reader, node: Node) -> bool:
    """An instance has members that TypeScript hides, so that nothing else can stand for it. A private constructor is
    none of them."""
    body = field(node, "body")
    return any(_hides(reader, one) for one in _of_instances(reader, body.named_children if body is not None else []))


def _of_instances(reader: Reader, members: list[Node]) -> Iterator[Node]:
    for member in members:
        if reader.module.key(field(member, "name")) == "constructor":
            parameters = field(member, "parameters")
            yield from (one for one in parameters.named_children if one.type in PARAMETERS) if parameters else ()
        elif not has_word(reader, member, "static"):
            yield member


def _hides(reader: Reader, member: Node) -> bool:
    name = field(member, "name") or field(member, "pattern")
    if name is None:
        return False
    return name.type == "private_property_identifier" or bool(words_before(reader, member, name) & HIDING)
