"""`'use …'` statements of the file, wherever they stand. Those of functions are in `inline`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Directive, DirectivePlace, ImportForm
from boundary_lsp.syntax.typescript.draft import Draft, ImportDraft
from boundary_lsp.syntax.typescript.grammar import first
from boundary_lsp.syntax.typescript.text import cook

_ERASED = frozenset({"interface_declaration", "type_alias_declaration", "ambient_declaration", "function_signature"})


def directive_value(draft: Draft, literal: Node) -> str | None:
    """The cooked value if it reads like a directive: `use client`, and `Use Client` or `use clinet` just as well."""
    value = cook(draft.source[literal.start_byte : literal.end_byte])
    return value if value[:3].lower() == "use" and value != "use strict" else None


def string_statement(node: Node) -> tuple[Node | None, bool]:
    """(the literal, is it in parentheses) of an expression statement that is only a string."""
    inside = first(node) if node.type == "expression_statement" else None
    if inside is None:
        return None, False
    if inside.type == "string":
        return inside, False
    if inside.type == "parenthesized_expression":
        literal = first(inside)
        if literal is not None and literal.type == "string":
            return literal, True
    return None, False


def add_directives(draft: Draft, statements: list[tuple[Node, str]]) -> None:
    """The file's own. String statements keep the prologue open, and so does what TypeScript erases."""
    erased: frozenset[int] | None = None
    is_open = True
    for node, kind in statements:
        if kind != "expression_statement":
            if is_open and kind != "comment":
                erased = _erased_imports(draft) if erased is None else erased
                is_open = _keeps_open(node, kind, erased)
            continue
        literal, wrapped = string_statement(node)
        if literal is None:
            is_open = False
            continue
        value = directive_value(draft, literal)
        if value is not None:
            place = DirectivePlace.PROLOGUE if is_open else DirectivePlace.LATE
            place = DirectivePlace.PARENTHESISED if wrapped else place
            draft.directives.append((Directive(value, place), literal.start_byte, literal.end_byte))


def _erased_imports(draft: Draft) -> frozenset[int]:
    """Specifier offsets of the imports that TypeScript drops because nothing in them is used as a value."""
    if draft.language != "typescript":
        return frozenset()
    return frozenset(entry.start for entry in draft.imports if entry.type_only or _is_elided(entry))


def _is_elided(entry: ImportDraft) -> bool:
    valued = any(name.used and not name.type_only for name in entry.names)
    return entry.form is ImportForm.STATIC and bool(entry.names) and not valued


def _keeps_open(node: Node, kind: str, erased: frozenset[int]) -> bool:
    if kind == "hash_bang_line" or kind in _ERASED:
        return True
    if kind == "import_statement":
        source = node.child_by_field_name("source")
        return source is not None and source.start_byte in erased
    if kind == "export_statement":  # `export * from` keeps it open in Next's own reading
        children = node.children
        declared = node.child_by_field_name("declaration")
        if declared is not None and declared.type in _ERASED:
            return True
        return len(children) > 1 and children[1].type in ("*", "type")
    return False
