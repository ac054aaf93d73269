"""Imports and exports of a broken file that its tree has lost, found by how they are spelled.

Only lines that begin with the keyword count, and only where the tree does not know them as text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from tree_sitter import Node

from boundary_lsp.model.facts import Declaration, DeclarationKind, ValueKind
from boundary_lsp.syntax.drafts.tables import ExportDraft
from boundary_lsp.syntax.typescript import declarations
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.exports import add_export_statement
from boundary_lsp.syntax.typescript.grammar import parse
from boundary_lsp.syntax.typescript.imports import add_import_statement

_QUOTED = rb"(?:\"[^\"\r\n]*\"|'[^'\r\n]*')"
_NAMES = rb"(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}()=;]{0,4000}\})"
_COMPLETE = re.compile(
    rb"^[ \t]*(import\s*" + _QUOTED + rb"|import\s[\w\s{},*$]{0,4000}?\bfrom\s*" + _QUOTED + rb"|"
    rb"export\s*(?:type\s*)?" + _NAMES + rb"(?:\s*from\s*" + _QUOTED + rb"|(?=\s*(?:;|$))))",
    re.MULTILINE,
)
_DECLARED = re.compile(
    rb"^export[ \t]+(?P<default>default[ \t]+)?(?:declare[ \t]+)?(?:abstract[ \t]+)?(?P<async>async[ \t]+)?"
    rb"(?P<kind>function\b[ \t]*\*?|class\b|const\b(?![ \t]+enum)|let\b|var\b|(?:const[ \t]+)?enum\b|interface\b"
    rb"|type\b)[ \t]+(?P<name>[\w$]+)",
    re.MULTILINE,
)
_MOST = 1000
"""How many lost statements of a kind are looked for."""
_TEXT = frozenset({"comment", "string_fragment", "template_string", "html_comment"})
"""Not `jsx_text`: an unclosed tag makes the rest of a file look like that."""
_SHAPES = {
    b"function": (DeclarationKind.FUNCTION, ValueKind.FUNCTION),
    b"class": (DeclarationKind.CLASS, ValueKind.CLASS),
    b"enum": (DeclarationKind.ENUM, ValueKind.OTHER),
    b"interface": (DeclarationKind.TYPE, ValueKind.NONE),
    b"type": (DeclarationKind.TYPE, ValueKind.NONE),
}


def flattened(root: Node) -> list[Node]:
    """The program's statements, those inside of error nodes included, in order."""
    found: list[Node] = []
    pending = list(reversed(root.children))
    while pending:
        node = pending.pop()
        if node.is_error:
            pending += reversed(node.children)
        else:
            found.append(node)
    return found


def add_lost_statements(draft: Draft) -> list[tuple[int, int]]:
    """Spans of the statements that were added, in which no token is a use."""
    spans = _add_complete(draft)
    exported = {export.name for export in draft.exports}
    for match in islice(_DECLARED.finditer(draft.source), _MOST):
        name = match["name"].decode("utf-8", "replace")
        public = "default" if match["default"] is not None else name
        if public not in exported and not _is_text(draft, match.start()):
            _add_declared(draft, match, name, public)
            exported.add(public)
            spans.append(match.span())
    return spans


def _add_complete(draft: Draft) -> list[tuple[int, int]]:
    """Statements that end where their line does, read again with everything around them blanked."""
    known = sorted({entry.start for entry in draft.imports} | {export.start for export in draft.exports})
    code = bytearray(b" " * draft.size)
    lost: list[tuple[int, int]] = []
    for match in islice(_COMPLETE.finditer(draft.source), _MOST):
        start, end = match.span(1)
        if bisect_left(known, start) == bisect_left(known, end) and not _is_text(draft, start):
            code[start : end + 1] = draft.source[start:end] + b";"
            lost.append((start, end))
    if not lost:
        return lost
    for node in parse(draft.path, bytes(code[: draft.size])).root_node.children:
        if node.type == "import_statement":
            add_import_statement(draft, node)
        elif node.type == "export_statement":
            add_export_statement(draft, node)
    return lost


def _is_text(draft: Draft, offset: int) -> bool:
    node = draft.root.descendant_for_byte_range(offset, offset + 1)
    if node is None or node.type in _TEXT:
        return True
    if node.type == "jsx_text":  # where no comment is seen as one
        return draft.source.rfind(b"/*", 0, offset) > draft.source.rfind(b"*/", 0, offset)
    return False


def _add_declared(draft: Draft, match: re.Match[bytes], name: str, public: str) -> None:
    binding = draft.module_names.get(name, -1)
    if binding < 0:
        word = match["kind"].split()[-1].rstrip(b"*")
        kind, value = _SHAPES.get(word, (DeclarationKind.VARIABLE, ValueKind.OTHER))
        fact = Declaration(name, kind, value, match["async"] is not None)
        index = declarations.add_fact(draft, fact, match.span("name"))
        binding = draft.binding_of[index]
    start, end = match.span("name")
    draft.exports.append(ExportDraft(public, start, end, local=name, binding=binding))
