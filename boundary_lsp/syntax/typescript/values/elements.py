"""What JSX elements are given: attributes, spreads and children, in the order of the text."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby

from tree_sitter import Node

from boundary_lsp.model.value_expressions import LiteralValue, ValueExpression
from boundary_lsp.model.values import Attribute, RenderSite
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.text import decode
from boundary_lsp.syntax.typescript.values.calls import arguments_of
from boundary_lsp.syntax.typescript.values.reader import Reader

_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_TAG_PARTS = frozenset({"member_expression", "nested_identifier"})
_TEXT = frozenset({"jsx_text", "html_character_reference"})


def render_site(reader: Reader, token: Node) -> RenderSite | None:
    """Of the element whose tag's last name is `token`."""
    node = token.parent
    while node is not None and node.type in _TAG_PARTS:
        node = node.parent
    if node is None or node.type not in _TAGS:
        return None
    attributes = [*_attributes(reader, node), *_children(reader, node.parent, node)]
    return RenderSite(token.start_byte, tuple(attributes))


def created_element(reader: Reader, token: Node) -> RenderSite | None:
    """`createElement(Card, { title }, child)`; any other value of props is a spread of it."""
    list_ = token.parent
    while list_ is not None and list_.type in _TAG_PARTS:
        list_ = list_.parent
    call = list_.parent if list_ is not None and list_.type == "arguments" else None
    if list_ is None or call is None or call.type != "call_expression":
        return None
    _, *rest = [child for child in list_.named_children if child.type != "comment"]
    props = list(_props(reader, rest[0])) if rest else []
    given = arguments_of(reader, call)[2:]
    children = [Attribute("children", one.value, one.start, one.end, one.start, one.end) for one in given]
    return RenderSite(token.start_byte, (*props, *children))


def _props(reader: Reader, node: Node) -> Iterator[Attribute]:
    start, end = node.start_byte, node.end_byte
    if node.type != "object":
        if node.type != "null":
            yield Attribute("", reader.whole_value(node), start, end, start, end)
        return
    for child in node.named_children:
        key, value = field(child, "key"), field(child, "value")
        if child.type == "spread_element":
            key, value = None, first(child)
        elif child.type == "shorthand_property_identifier":
            key = value = child
        if value is not None:
            name = reader.module.key(key) if key is not None else ""
            yield _attribute(reader, "" if name == "*" else name, value, key or child)


def _attribute(reader: Reader, name: str, value: Node, token: Node) -> Attribute:
    return Attribute(
        name, reader.whole_value(value), value.start_byte, value.end_byte, token.start_byte, token.end_byte
    )


def _attributes(reader: Reader, element: Node) -> Iterator[Attribute]:
    for node in element.named_children:
        if node.type == "jsx_expression":
            spread = first(node)
            value = first(spread) if spread is not None and spread.type == "spread_element" else None
            if value is not None:
                yield _attribute(reader, "", value, node)
        elif node.type == "jsx_attribute":
            yield from named_attribute(reader, node)


def named_attribute(reader: Reader, node: Node) -> Iterator[Attribute]:
    """Of a JSX attribute; nothing where its value is only a comment."""
    parts = [child for child in node.named_children if child.type != "comment"]
    if not parts:
        return
    token = parts[0]
    name = reader.module.text(token)
    value = parts[1] if len(parts) > 1 else None
    if value is not None and value.type == "jsx_expression":
        value = first(value)
        if value is not None:
            yield _attribute(reader, name, value, token)
        return
    found: ValueExpression = LiteralValue(True)
    at = value or token
    if value is not None:
        is_text = value.type == "string"
        found = (
            LiteralValue(_unescaped(reader, value.start_byte + 1, value.end_byte - 1))
            if is_text
            else reader.whole_value(value)
        )
    yield Attribute(name, found, at.start_byte, at.end_byte, token.start_byte, token.end_byte)


def _children(reader: Reader, element: Node | None, opening: Node) -> Iterator[Attribute]:
    """Text counts where it is not white space only, as JSX has it."""
    if element is None or element.type != "jsx_element" or opening.type != "jsx_opening_element":
        return
    for is_text, nodes in groupby(element.named_children, lambda child: child.type in _TEXT):
        found = list(nodes)
        yield from _text(reader, found) if is_text else _nested(reader, found)


def _text(reader: Reader, nodes: list[Node]) -> Iterator[Attribute]:
    start, end = nodes[0].start_byte, nodes[-1].end_byte
    text = _unescaped(reader, start, end).strip()
    if text:
        yield Attribute("children", LiteralValue(text), start, end, start, end)


def _nested(reader: Reader, nodes: list[Node]) -> Iterator[Attribute]:
    for node in nodes:
        if node.type == "jsx_expression":
            value = first(node)
            if value is not None:
                yield _attribute(reader, "children", value, node)
        elif node.type.startswith("jsx") and node.type not in ("jsx_opening_element", "jsx_closing_element"):
            yield _attribute(reader, "children", node, node)


def _unescaped(reader: Reader, start: int, end: int) -> str:
    return html.unescape(decode(reader.module.source[start:end]))
