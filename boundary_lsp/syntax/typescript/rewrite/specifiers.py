"""Names of imports and exports: taken out of their statements, or left alone in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tree_sitter import Node

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.rewrite.text import Text

_SPECIFIERS = ("import_specifier", "export_specifier")
_PARTS = (*_SPECIFIERS, "namespace_import")


def without(text: Text, offsets: Collection[int]) -> tuple[Splice, ...] | None:
    """Without the names at these offsets: specifiers of imports and exports, default and namespace names of imports.

    A statement of which nothing is left goes, `import 'x'` included. None where something else stands there.
    """
    gone = [_part(text, offset) for offset in sorted(set(offsets))]
    found = [part for part in gone if part is not None]
    if len(found) != len(gone):
        return None
    statements = {part.id: _statement(part) for part in found}
    by_statement: dict[int, list[Node]] = {}
    for part in found:
        by_statement.setdefault(statements[part.id].start_byte, []).append(part)
    return tuple(_shortened(text, statements[parts[0].id], parts) for parts in by_statement.values())


def only(text: Text, offsets: Collection[int]) -> list[bytes] | None:
    """The statements that hold the names at these offsets, each with none besides."""
    found = [_part(text, offset) for offset in sorted(set(offsets))]
    statements = {_statement(part).start_byte: _statement(part) for part in found if part is not None}
    if None in found:
        return None
    wanted = {part.id for part in found if part is not None}
    return [_reduced(text, statement, wanted) for statement in statements.values()]


def side_effects(text: Text, specifier: str) -> list[bytes]:
    """The statements `import 'x'` of that specifier."""
    statements = [node for node in text.root.children if node.type == "import_statement" and not _all_parts(node)]
    sources = [(node, field(node, "source")) for node in statements]
    return [text.of(node) for node, source in sources if source and text.of(source)[1:-1] == specifier.encode()]


def _part(text: Text, offset: int) -> Node | None:
    node = text.root.named_descendant_for_byte_range(offset, offset + 1)
    while node is not None and node.type not in _PARTS and not _is_default(node):
        node = node.parent
    return node


def _statement(part: Node) -> Node:
    node = part
    while node.parent is not None and node.parent.type != "program":
        node = node.parent
    return node


def _shortened(text: Text, statement: Node, gone: Sequence[Node]) -> Splice:
    ids = {part.id for part in gone}
    kept = [part for part in _all_parts(statement) if part.id not in ids]
    if kept:
        return _clause(text, statement, kept)
    return Splice(*text.with_gap(*text.whole_lines(statement.start_byte, statement.end_byte)), b"")


def _reduced(text: Text, statement: Node, wanted: Collection[int]) -> bytes:
    kept = [part for part in _all_parts(statement) if part.id in wanted]
    if len(kept) == len(_all_parts(statement)):
        return text.of(statement)
    start, end, clause = _clause(text, statement, kept)
    return text.source[statement.start_byte : start] + clause + text.source[end : statement.end_byte]


def _clause(text: Text, statement: Node, kept: Sequence[Node]) -> Splice:
    """What names stand in (the clause of an import, the braces of an export), with these alone."""
    clause = next(c for c in statement.named_children if c.type in ("import_clause", "export_clause"))
    outer = [text.of(part) for part in kept if part.type not in _SPECIFIERS]
    inner = [text.of(part) for part in kept if part.type in _SPECIFIERS]
    if inner:
        outer.append(b"{ " + b", ".join(inner) + b" }")
    return Splice(clause.start_byte, clause.end_byte, b", ".join(outer))


def _all_parts(statement: Node) -> list[Node]:
    """All names of an import or export statement, in order."""
    found: list[Node] = []
    pending = list(reversed(statement.named_children))
    while pending:
        node = pending.pop()
        if node.type in _PARTS or _is_default(node):
            found.append(node)
        elif node.type in ("import_clause", "named_imports", "export_clause"):
            pending += reversed(node.named_children)
    return found


def _is_default(node: Node) -> bool:
    return node.type == "identifier" and node.parent is not None and node.parent.type == "import_clause"
