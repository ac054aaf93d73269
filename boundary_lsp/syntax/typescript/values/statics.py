"""What belongs to a class itself: `static of(cents: number) { … }`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.value_expressions import UnknownValue
from boundary_lsp.model.values import VariableDeclaration
from boundary_lsp.syntax.drafts.reading import DECLARATION_SIZE
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.class_words import has_word, is_public
from boundary_lsp.syntax.typescript.values.functions import function_value, getter_value
from boundary_lsp.syntax.typescript.values.object_types import accessor_word
from boundary_lsp.syntax.typescript.values.reader import Reader

_METHODS = frozenset({"method_definition", "method_signature"})


def statics_of(reader: Reader, node: Node) -> tuple[VariableDeclaration, ...]:
    """The public ones; not those with several signatures."""
    found = list(_statics(reader, field(node, "body")))
    count = Counter(one.name for one in found)
    return tuple(one for one in found if count[one.name] == 1)


def _statics(reader: Reader, body: Node | None) -> Iterator[VariableDeclaration]:
    for member in body.named_children if body is not None else ():
        if is_public(reader, member) and has_word(reader, member, "static"):
            reader.begin(DECLARATION_SIZE)
            name = reader.module.key(field(member, "name"))
            if member.type == "public_field_definition":
                yield _field(reader, member, name)
            elif member.type in _METHODS and accessor_word(member) != "set":
                is_getter = accessor_word(member) == "get"
                value = getter_value(reader, member) if is_getter else function_value(reader, member)
                yield VariableDeclaration(name, None, value, is_constant=True)


def _field(reader: Reader, node: Node, name: str) -> VariableDeclaration:
    annotation, value = field(node, "type"), field(node, "value")
    written = reader.annotation(annotation) if annotation is not None else None
    seen = reader.value(value) if value is not None else UnknownValue("a field without a value")
    return VariableDeclaration(name, written, seen, is_constant=has_word(reader, node, "readonly"))
