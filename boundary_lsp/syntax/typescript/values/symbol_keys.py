"""Members whose keys are the language's own symbols: `[Symbol.iterator]`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.values.reader import Reader

_ITERATING = {"Symbol.iterator": "Iterable", "Symbol.asyncIterator": "AsyncIterable"}


def has_symbol_key(reader: Reader, member: Node) -> bool:
    """Serializers leave such members out."""
    return _key(reader, member).startswith("Symbol.")


def iterates(reader: Reader, body: Node | None) -> str:
    """`Iterable` or `AsyncIterable`, where one of the members makes the object one."""
    members = body.named_children if body is not None else ()
    return next((kind for one in members if (kind := _ITERATING.get(_key(reader, one), ""))), "")


def _key(reader: Reader, member: Node) -> str:
    name = field(member, "name") or field(member, "key")
    if name is None or name.type != "computed_property_name":
        return ""
    inside = first(name)
    return reader.module.text(inside) if inside is not None and inside.type == "member_expression" else ""
