"""Top-level statements: which there are, what they declare, and taking them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tree_sitter import Node

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.languages.texts import Statement
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.rewrite.text import Text

CHANGING = (b"let ", b"var ")
"""How declarations begin whose names are assigned to."""
_VARIABLES = ("lexical_declaration", "variable_declaration")


def declarations(text: Text) -> tuple[Statement, ...]:
    return tuple(_statements(text))


def exported(text: Text, statement: Statement) -> bytes:
    code = text.source[statement.code_start : statement.end]
    return code if statement.is_exported else b"export " + code


def kept_a_module(text: Text, splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """`export {};` at the end of what has no import or export left: who writes `export * from` it wants a module."""
    gone = [(splice.start, splice.end) for splice in splices if not splice.text]
    nodes = [node for node in text.root.children if node.type in ("import_statement", "export_statement")]
    if all(any(start <= node.start_byte < end for start, end in gone) for node in nodes):
        end = len(text.source)
        return (Splice(end, end, text.newline + b"export {}" + text.terminator() + text.newline),)
    return ()


def taken_out(text: Text, names: Collection[str]) -> tuple[Splice, ...] | None:
    """Without the statements that declare these names. None where one of them declares others as well, or where a
    name has no statement."""
    found = [statement for statement in declarations(text) if not set(names).isdisjoint(statement.names)]
    mixed = any(not set(statement.names) <= set(names) for statement in found)
    if mixed or {name for statement in found for name in statement.names} != set(names):
        return None
    return tuple(Splice(*text.with_gap(*span), b"") for span in _merged(text, found))


def _merged(text: Text, statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The spans of statements; those with nothing between them are one."""
    start, end = -1, -1
    for statement in statements:
        if end >= 0 and text.source[end : statement.start].strip():
            yield start, end
            start = statement.start
        start = statement.start if end < 0 else start
        end = statement.end
    if end >= 0:
        yield start, end


def _statements(text: Text) -> Iterator[Statement]:
    for index, node in enumerate(text.root.children):
        inner = field(node, "declaration") if node.type == "export_statement" else node
        names = tuple(_names(text, inner)) if inner is not None else ()
        if inner is None or not names:
            continue
        first = _first_comment(text, index)
        start, end = text.whole_lines(first.start_byte, node.end_byte)
        is_type = inner.type in ("interface_declaration", "type_alias_declaration")
        yield Statement(start, end, node.start_byte, names, node is not inner, is_type)


def _names(text: Text, node: Node) -> Iterator[str]:
    if node.type in _VARIABLES:
        for declarator in node.named_children:
            name = field(declarator, "name")
            if name is not None:
                yield text.of(name).decode()
    elif node.type.endswith(("_declaration", "_signature")):
        name = field(node, "name")
        if name is not None:
            yield text.of(name).decode()


def _first_comment(text: Text, index: int) -> Node:
    """The first of the comments that stand right above a statement, without an empty line between; those at the very
    top of the file belong to the file."""
    children = text.root.children
    first = children[index]
    while index > 0 and children[index - 1].type == "comment":
        above = children[index - 1]
        touches = text.source[above.end_byte : first.start_byte].count(b"\n") <= 1
        own_line = not text.source[text.line_start(above.start_byte) : above.start_byte].strip()
        if not (touches and own_line) or index == 1:
            break
        first, index = above, index - 1
    return first
