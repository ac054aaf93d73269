"""Import statements: names taken out of them, and new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.python.rewrite.docstrings import docstring
from boundary_lsp.syntax.python.rewrite.listed import pruned
from boundary_lsp.syntax.python.rewrite.statements import Gone
from boundary_lsp.syntax.python.rewrite.text import Block, Extent, Text


class _Imported(NamedTuple):
    statement: cst.Import | cst.ImportFrom
    line: cst.SimpleStatementLine
    block: Block


def naming(text: Text, offsets: Collection[int]) -> Gone | None:
    """The names of imports at these offsets. A statement of which nothing is left goes; so does an `if` that only held
    such ones. None where something else stands there, or would be left without a body."""
    if not offsets:
        return Gone((), ())
    found: list[Splice] = []
    left = set(offsets)
    whole: list[_Imported] = []
    for one in _imports(text):
        aliases = _aliases(one.statement)
        gone = [alias for alias in aliases if any(text.holds(alias, at) for at in left)]
        left -= {at for at in left for alias in gone if text.holds(alias, at)}
        if gone and len(gone) == len(aliases):
            whole.append(one)
        elif gone:
            in_brackets = isinstance(one.statement, cst.ImportFrom) and one.statement.lpar is not None
            found += pruned(text, aliases, gone, by_line=in_brackets)
    statements = _statements(text, whole)
    return None if left or statements is None else Gone(statements.statements, (*found, *statements.splices))


def import_added(text: Text, names: Sequence[str], specifier: str, behind: int) -> Splice:
    """`from specifier import a, b` behind the import around an offset; without one, behind all that are at the top,
    else behind the docstring."""
    at, gap = _place(text, behind)
    return Splice(at, at, gap + f"from {specifier} import {', '.join(names)}".encode() + text.newline)


def _imports(text: Text) -> Iterator[_Imported]:
    found: list[_Imported] = []
    text.module.visit(_Collector(found))
    yield from found


class _Collector(cst.CSTVisitor):
    def __init__(self, found: list[_Imported]) -> None:
        self._found = found

    def visit_Module(self, node: cst.Module) -> None:
        self._look(node)

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> bool:  # noqa: ARG002
        return False  # no block stands in one

    def visit_IndentedBlock(self, node: cst.IndentedBlock) -> None:
        self._look(node)

    def _look(self, block: Block) -> None:
        for line in block.body:
            if isinstance(line, cst.SimpleStatementLine):
                imports = (small for small in line.body if isinstance(small, cst.Import | cst.ImportFrom))
                self._found += [_Imported(statement, line, block) for statement in imports]


def _aliases(statement: cst.Import | cst.ImportFrom) -> Sequence[cst.ImportAlias]:
    return () if isinstance(statement.names, cst.ImportStar) else statement.names


def _statements(text: Text, gone: Sequence[_Imported]) -> Gone | None:
    lines = {one.line for one in gone}
    if any(len(line.body) > 1 for line in lines):
        return None
    extents = {extent.node: extent for extent in text.extents}
    at_top = [extents[line] for line in lines if line in extents]
    found: list[Splice] = []
    for block in dict.fromkeys(one.block for one in gone if one.line not in extents):
        if set(block.body) <= lines:
            holder = next((extent for extent in text.extents if _only_holds(extent, block)), None)
            if holder is None:
                return None
            at_top.append(holder)
        else:
            spans = [text.whole_lines(*text.span(line)) for line in block.body if line in lines]
            found += [Splice(*span, b"") for span in spans if span is not None]
    leading = [extent for extent in at_top if _leads_others(text, extent, lines)]
    found += [Splice(extent.code_start, extent.end, b"") for extent in leading]
    return Gone(tuple(extent for extent in at_top if extent not in leading), tuple(found))


def _only_holds(extent: Extent, block: Block) -> bool:
    return isinstance(extent.node, cst.If) and extent.node.body is block and extent.node.orelse is None


def _leads_others(text: Text, extent: Extent, gone: Collection[cst.BaseStatement]) -> bool:
    """A comment above a group of imports is the group's."""
    index = text.extents.index(extent)
    after = text.extents[index + 1] if index + 1 < len(text.extents) else None
    if after is None or after.node in gone or text.blanks_end(extent.start) == extent.code_start:
        return False
    return _is_import(after) and after.code_start == after.start


def _is_import(extent: Extent) -> bool:
    return isinstance(extent.node, cst.SimpleStatementLine) and isinstance(
        extent.node.body[0], cst.Import | cst.ImportFrom
    )


def _place(text: Text, behind: int) -> tuple[int, bytes]:
    """An offset, and what parts it from what is above."""
    imports = [extent for extent in text.extents if _is_import(extent)]
    around = [one for one in imports if one.start <= behind < one.end]
    if imports:
        return (around or imports)[-1].end, b""
    if docstring(text.module) is not None:
        return text.extents[0].end, text.newline
    return (text.extents[0].start if text.extents else len(text.source)), b""
