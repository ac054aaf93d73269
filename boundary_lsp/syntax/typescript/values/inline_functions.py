"""Functions with a directive of their own, and what they capture."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.value_expressions import FunctionValue
from boundary_lsp.model.values import Capture
from boundary_lsp.syntax.drafts.reading import DECLARATION_SIZE
from boundary_lsp.syntax.typescript.captures import captured_uses
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped
from boundary_lsp.syntax.typescript.values.functions import function_value
from boundary_lsp.syntax.typescript.values.module import Module
from boundary_lsp.syntax.typescript.values.reader import Reader

_HOLDERS = frozenset({"variable_declarator", "pair", "public_field_definition"})


def inline_functions(module: Module) -> list[tuple[int, Node]]:
    """(index, function), for those that are found in the tree."""
    found = ((index, _function_at(module, start)) for start, index in module.inline.items())
    return [(index, node) for index, node in found if node is not None]


def inline_value(reader: Reader, index: int, function: Node) -> FunctionValue:
    """Named by the last word of its path where it has no name of its own."""
    reader.begin(DECLARATION_SIZE)
    return function_value(reader, function, index)


def captures(reader: Reader, index: int, function: Node) -> Iterator[Capture]:
    """Each captured path once, where it is first used."""
    wanted = set(reader.module.facts.uses.inline_functions[index].captures)
    for node, path in captured_uses(reader.module, function) if wanted else ():
        if path in wanted:
            wanted.discard(path)
            yield Capture(index, path, reader.whole_value(node), node.start_byte, node.end_byte)


def _function_at(module: Module, start: int) -> Node | None:
    """The function of which a token is the name (or its variable's, its key's), or the first one."""
    node = module.token_at(start)
    while node is not None:
        if node.type in FUNCTIONS:
            return node
        if node.type in _HOLDERS:
            value = field(node, "value")
            value = unwrapped(value) if value is not None else None
            return value if value is not None and value.type in FUNCTIONS else None
        node = node.parent
    return None
