"""Event handlers and actions of the page's own elements: `<button onClick={…}>`, `<form action={…}>`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.values import HandlerSite
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.elements import named_attribute
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.words import FORM_ACTION, HANDLER


def handler_sites(reader: Reader) -> Iterator[HandlerSite]:
    """In the order of the text."""
    source = reader.module.source
    for start in sorted(match.start(1) for pattern in (HANDLER, FORM_ACTION) for match in pattern.finditer(source)):
        token = reader.module.token_at(start)
        node = token.parent if token is not None else None
        if node is None or node.type != "jsx_attribute" or node.parent is None:
            continue
        element = _host(reader, node.parent)
        if element:
            for attribute in named_attribute(reader, node):
                yield HandlerSite(reader.module.declaration_at(node.start_byte), element, attribute)


def _host(reader: Reader, element: Node) -> str:
    """The element's name where it is one of the page's own."""
    name = field(element, "name")
    text = reader.module.text(name) if name is not None else ""
    return text if text[:1].islower() and "." not in text else ""
