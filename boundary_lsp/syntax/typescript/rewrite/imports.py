"""Import statements: added to a module."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.typescript.directives import string_statement
from boundary_lsp.syntax.typescript.rewrite.text import Text


def import_added(text: Text, names: Sequence[str], specifier: str, behind: int = -1) -> Splice:
    """`import { a, type T } from './x'` behind the import statement around an offset; without one, behind all that
    are there, else behind the directives."""
    quote = text.quote()
    named = ", ".join(names).encode()
    statement = (
        b"import { " + named + b" } from " + quote + specifier.encode() + quote + text.terminator() + text.newline
    )
    at, is_first = _place(text, behind)
    return Splice(at, at, (text.newline if is_first and at else b"") + statement)


def name_to_import(imported: str, local: str, *, is_type: bool) -> str:
    written = imported if imported == local else f"{imported} as {local}"
    return f"type {written}" if is_type else written


def _place(text: Text, behind: int) -> tuple[int, bool]:
    """The start of a line, and whether no import stands before it."""
    at, is_first = 0, True
    for node in text.root.children:
        is_import = node.type == "import_statement"
        if is_import or (is_first and string_statement(node)[0] is not None):
            at, is_first = text.whole_lines(node.start_byte, node.end_byte)[1], not is_import
        if is_import and node.start_byte <= behind < node.end_byte:
            break
    return at, is_first
