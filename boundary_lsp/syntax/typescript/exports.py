"""Export statements, and the CommonJS assignments that do the same."""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.model.facts import DeclarationKind, ImportForm
from boundary_lsp.syntax.drafts.tables import ExportDraft, ImportDraft
from boundary_lsp.syntax.typescript import declarations
from boundary_lsp.syntax.typescript.commonjs import add_exported
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped
from boundary_lsp.syntax.typescript.imports import add_import, add_required
from boundary_lsp.syntax.typescript.text import decode, string_value

_REQUIRE = re.compile(
    rb"export\s+import\s+(?P<type>type\s+)?(?P<local>[\w$]+)\s*=\s*"
    rb"require\s*\(\s*(?P<literal>\"[^\"\n]*\"|'[^'\n]*')\s*\)"
)
_CLASSES = frozenset({"class", "class_declaration", "abstract_class_declaration"})


def add_export_statement(draft: Draft, node: Node) -> None:
    children = node.children
    types = [child.type for child in children]
    type_only = "type" in types[1:2] or node.start_byte in draft.erased
    source = field(node, "source")
    if source is not None:
        _add_reexport(draft, node, source, type_only)
    elif "export_clause" in types:
        _add_local_clause(draft, children[types.index("export_clause")], type_only)
    elif "default" in types:
        _add_default(draft, node, children[types.index("default")])
    elif "=" in types:
        _add_assignment(draft, children)
    elif (declared := field(node, "declaration")) is not None:
        _add_declared(draft, node, declared)


def _add_reexport(draft: Draft, node: Node, source: Node, type_only: bool) -> None:
    specifier = string_value(draft.source, source)
    if specifier is None:
        return
    span = source.start_byte, source.end_byte
    entry = ImportDraft(specifier, ImportForm.REEXPORT, type_only, *span, statement=_span(node))
    index = add_import(draft, entry)
    for child in node.children:
        if child.type == "*":
            draft.exports.append(
                ExportDraft("*", child.start_byte, child.end_byte, source=index, imported="*", type_only=type_only)
            )
        elif child.type == "namespace_export":
            name = child.named_children[-1]
            public = string_value(draft.source, name) or draft.text(name)
            draft.exports.append(
                ExportDraft(public, name.start_byte, name.end_byte, source=index, imported="*", type_only=type_only)
            )
        elif child.type == "export_clause":
            for export in _specifiers(draft, child, type_only):
                export.source, export.imported, export.local = index, export.local, ""
                draft.exports.append(export)


def _add_local_clause(draft: Draft, clause: Node, type_only: bool) -> None:
    draft.exports += _specifiers(draft, clause, type_only)


def _specifiers(draft: Draft, clause: Node, type_only: bool) -> list[ExportDraft]:
    """Of `export { a as b, type C }`, as names of the module itself."""
    found = []
    for specifier in clause.named_children:
        name = field(specifier, "name")
        if specifier.type != "export_specifier" or name is None or name.is_missing:
            continue
        public = field(specifier, "alias") or name
        erased = type_only or specifier.children[0].type in ("type", "typeof")
        public_name, local = _word(draft, public), _word(draft, name)
        found.append(ExportDraft(public_name, *_span(public), local=local, type_only=erased, thing=_span(name)))
    return found


def _span(node: Node) -> tuple[int, int]:
    return node.start_byte, node.end_byte


def _word(draft: Draft, node: Node) -> str:
    value = string_value(draft.source, node)
    return draft.text(node) if value is None else value


def _add_default(draft: Draft, node: Node, keyword: Node) -> None:
    span = (keyword.start_byte, keyword.end_byte)
    declared = field(node, "declaration")
    value = field(node, "value")
    if declared is not None:
        for index in declarations.declare(draft, declared, node, default=keyword):
            erased = draft.declarations[index].kind is DeclarationKind.TYPE
            draft.exports.append(ExportDraft("default", *span, binding=draft.binding_of[index], type_only=erased))
        return
    if value is None:
        return
    inside = unwrapped(value)
    if inside.type == "identifier":
        draft.exports.append(ExportDraft("default", *span, local=draft.text(inside), thing=_span(inside)))
        return
    index = _declare_default(draft, node, keyword, inside)
    draft.exports.append(ExportDraft("default", *span, binding=draft.binding_of[index]))


def _declare_default(draft: Draft, node: Node, keyword: Node, inside: Node) -> int:
    """A function or class that stands right there is declared as what it is, anything else as an expression."""
    kind, function = declarations.value_of(inside)
    named = field(inside, "name")
    shape = DeclarationKind.EXPRESSION
    if inside.type in FUNCTIONS and inside.type != "arrow_function":
        shape = DeclarationKind.FUNCTION
    elif inside.type in _CLASSES:
        shape = DeclarationKind.CLASS
    token = named if named is not None and shape is not DeclarationKind.EXPRESSION else keyword
    name = draft.text(token)
    return declarations.add(draft, name, token, shape, kind, function, node)


def _add_declared(draft: Draft, node: Node, declared: Node) -> None:
    if declared.type == "import_alias" and _add_required(draft, node):
        return
    for index in declarations.declare(draft, declared, node):
        name = draft.declarations[index].name
        if name in draft.exported:  # an overload, or an interface beside a value
            continue
        draft.exported.add(name)
        start, end = draft.declaration_spans[index]
        draft.exports.append(ExportDraft(name, start, end, local=name, binding=draft.binding_of[index]))


def _add_required(draft: Draft, node: Node) -> bool:
    """`export import x = require('y')`, which the grammar takes for an alias and a call's arguments."""
    match = _REQUIRE.match(draft.source, node.start_byte)
    if match is None:
        return False
    local = match.span("local")
    name = decode(match["local"])
    add_required(draft, local, match.span("literal"), type_only=match["type"] is not None)
    draft.exports.append(ExportDraft(name, *local, local=name))
    return True


def _add_assignment(draft: Draft, children: list[Node]) -> None:
    """`export = x`, which is `module.exports = x`."""
    value = unwrapped(children[-2] if children[-1].type == ";" else children[-1])
    add_exported(draft, "=", children[0], value)
