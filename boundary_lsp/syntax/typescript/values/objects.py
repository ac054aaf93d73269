"""Object and array literals."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    ArrayValue,
    KeywordValue,
    ObjectValue,
    Property,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.drafts.reading import MISSING
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.locals import elements_of
from boundary_lsp.syntax.typescript.values.functions import function_value, getter_value
from boundary_lsp.syntax.typescript.values.object_types import accessor_word
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.symbol_keys import has_symbol_key, iterates


def object_value(reader: Reader, node: Node) -> ValueExpression:
    if iterates(reader, node):
        return UnknownValue("an object that can be iterated")
    found = (_property(reader, child) for child in node.named_children if child.type != "comment")
    return ObjectValue(tuple(one for one in found if one is not None))


def array_value(reader: Reader, node: Node) -> ValueExpression:
    elements = elements_of(node)
    if elements and elements[-1] is None:  # `[a, b,]`
        elements.pop()
    return ArrayValue(tuple(_item(reader, element, node) for element in elements))


def _property(reader: Reader, node: Node) -> Property | None:
    """None for a setter, and for what no serializer looks at."""
    kind = node.type
    if has_symbol_key(reader, node):
        return None
    if kind == "pair":
        value = field(node, "value")
        return _at(value or node, reader.module.key(field(node, "key")), reader.value(value))
    if kind == "spread_element":
        inside = first(node)
        return _at(inside or node, "", reader.value(inside))
    if kind == "method_definition":
        return _method(reader, node)
    if kind == "shorthand_property_identifier":
        return _at(node, reader.module.text(node), reader.value(node))
    return _at(node, "*", MISSING)


def _method(reader: Reader, node: Node) -> Property | None:
    name, word = reader.module.key(field(node, "name")), accessor_word(node)
    if word == "set":
        return None
    return _at(node, name, getter_value(reader, node) if word == "get" else function_value(reader, node))


def _item(reader: Reader, element: Node | None, array: Node) -> Property:
    if element is None:
        return Property("", KeywordValue("undefined"), array.start_byte, array.start_byte)
    if element.type == "spread_element":
        inside = first(element)
        return _at(inside or element, "...", reader.value(inside))
    return _at(element, "", reader.value(element))


def _at(node: Node, name: str, value: ValueExpression) -> Property:
    return Property(name, value, node.start_byte, node.end_byte)
