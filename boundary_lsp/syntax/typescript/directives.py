"""`'use …'` statements of the file, wherever they stand. Those inside functions and blocks are in `nested`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.directives import CLIENT, is_directive, misspelled, overlooked
from boundary_lsp.model.facts import Directive, DirectivePlace, ImportForm
from boundary_lsp.syntax.drafts.tables import ImportDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.text import cook

ERASED = frozenset({"interface_declaration", "type_alias_declaration", "ambient_declaration", "function_signature"})
"""Statements that TypeScript drops before anybody looks for directives."""
_SILENT = ERASED | {"comment", "hash_bang_line", "import_alias"}


def directive_value(draft: Draft, literal: Node) -> str | None:
    """The cooked value if it reads like a directive: `use client`, and `Use Client` or `us server` just as well."""
    value = cook(draft.source[literal.start_byte : literal.end_byte])
    starts_alike = value[:3].lower() == "use" and value != "use strict"
    return value if starts_alike or misspelled(value) or overlooked(value) else None


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


def template_directive(draft: Draft, node: Node | None) -> str | None:
    """The value of a template that would be a directive if it stood in quotes."""
    if node is None or node.type != "template_string":
        return None
    value = cook(draft.source[node.start_byte : node.end_byte])
    return value if is_directive(value) else None


def directive_span(literal: Node, wrapped: bool) -> tuple[int, int]:
    """The literal's, with its parentheses."""
    whole = literal.parent if wrapped and literal.parent is not None else literal
    return whole.start_byte, whole.end_byte


def add_directives(draft: Draft, statements: list[tuple[Node, str]]) -> None:
    """The file's own."""
    head = _Head(draft)
    for node, kind in statements:
        literal, wrapped = string_statement(node) if kind == "expression_statement" else (None, False)
        if literal is None:
            _add_template(draft, head, node)
            head.pass_over(node, kind)
            continue
        value = directive_value(draft, literal)
        if value is not None:
            place = DirectivePlace.PROLOGUE if head.is_open(value) else DirectivePlace.LATE
            place = DirectivePlace.PARENTHESISED if wrapped else place
            draft.directives.append((Directive(value, place), *directive_span(literal, wrapped)))
        head.for_client = head.for_client and not wrapped


class _Head:
    """Is this still the head of the file? String statements keep it open, and so does what TypeScript erases.

    Two transforms of Next's (16.4) ask, and they differ: for `'use client'` a statement `export * from` keeps it open
    and `('parentheses')` close it, for the others it is the other way round.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.for_client = self.for_server = True
        self.erased: frozenset[int] | None = None

    def is_open(self, value: str) -> bool:
        return self.for_client if value == CLIENT or overlooked(value) == CLIENT else self.for_server

    def pass_over(self, node: Node, kind: str) -> None:
        if not (self.for_client or self.for_server) or kind in _SILENT:
            return
        if kind == "import_statement":
            stays = self._is_erased(node)
        elif kind == "empty_statement":
            stays = self.draft.language == "typescript"
        else:
            stays = kind == "export_statement" and _exports_types(self.draft, node)
        self.for_server = self.for_server and stays
        self.for_client = self.for_client and (stays or (kind == "export_statement" and node.children[1].type == "*"))

    def _is_erased(self, node: Node) -> bool:
        if self.erased is None:
            self.erased = _erased_imports(self.draft)
        source = field(node, "source")
        return source is not None and source.start_byte in self.erased


def _add_template(draft: Draft, head: _Head, node: Node) -> None:
    template = first(node) if head.for_client and node.type == "expression_statement" else None
    value = template_directive(draft, template)
    if template is not None and value is not None:
        place = DirectivePlace.TEMPLATE
        draft.directives.append((Directive(value, place), template.start_byte, template.end_byte))


def _erased_imports(draft: Draft) -> frozenset[int]:
    """Specifier offsets of the imports that TypeScript drops because nothing in them is used as a value."""
    if draft.language != "typescript":
        return frozenset()
    return frozenset(entry.start for entry in draft.imports if entry.type_only or _is_elided(entry))


def _is_elided(entry: ImportDraft) -> bool:
    valued = any(name.used and not name.type_only for name in entry.names)
    return entry.form is ImportForm.STATIC and bool(entry.names) and not valued


def _exports_types(draft: Draft, node: Node) -> bool:
    """`export type …`, `export interface …`; in TypeScript also `export {}`, and exports of nothing but types."""
    if node.start_byte in draft.erased:
        return True
    declared = field(node, "declaration")
    if declared is not None:
        return declared.type in ERASED
    clause = node.children[1] if len(node.children) > 1 else node
    if clause.type == "type" or draft.language != "typescript":
        return clause.type == "type"
    if clause.type == "default":
        return _is_type(draft, field(node, "value"))
    is_local = field(node, "source") is None
    return clause.type == "export_clause" and all(
        part.children[0].type == "type" or (is_local and _is_type(draft, field(part, "name")))
        for part in clause.named_children
    )


def _is_type(draft: Draft, name: Node | None) -> bool:
    is_name = name is not None and name.type == "identifier"
    return is_name and name is not None and draft.is_type(draft.module_names.get(draft.text(name), -1))
