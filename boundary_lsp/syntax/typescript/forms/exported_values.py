"""Exports of `'use server'` modules that are certainly no functions, though compilers let them pass."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.drafts.tables import ExportDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.schemas import made_by_call
from boundary_lsp.syntax.typescript.forms.server_functions import exported_declaration, served_module
from boundary_lsp.syntax.typescript.forms.strange_exports import is_literal
from boundary_lsp.syntax.typescript.grammar import field, unwrapped

_VALUES = {
    "object": "an object",
    "array": "an array",
    "string": "a string",
    "template_string": "a string",
    "number": "a number",
    "true": "a boolean",
    "false": "a boolean",
    "null": "null",
    "undefined": "undefined",
    "regex": "a regular expression",
    "jsx_element": "an element",
    "jsx_self_closing_element": "an element",
    "jsx_fragment": "an element",
}
_EITHER = ("||", "&&", "??")
"""Operators that give back one of their operands, which may be a function."""
_MAKES_FUNCTIONS = ("Function", "Proxy")
"""How the names of constructors end that may make functions."""
_ERASED = frozenset({"interface_declaration", "type_alias_declaration", "ambient_declaration", "comment"})


def add_exported_values(draft: Draft) -> None:
    if not draft.directives or served_module(draft) != "server":
        return
    for export in draft.exports:
        declaration = exported_declaration(draft, export)
        described = _described(draft, export, declaration) if declaration >= 0 else ""
        if described:
            form = Form(FormKind.VALUE_EXPORT, export.name, described)
            draft.forms.append((form, *(export.thing or (export.start, export.end))))


def _described(draft: Draft, export: ExportDraft, declaration: int) -> str:
    """What it is, with its article; empty where it may be a function, or a compiler sees that it is none."""
    token = draft.root.descendant_for_byte_range(*draft.declaration_spans[declaration])
    holder = token.parent if token is not None else None
    if token is None or holder is None or holder.has_error:
        return ""
    if holder.type == "enum_declaration":
        return "an enum"
    if holder.type == "internal_module":
        return "a namespace" if _has_values(holder) else ""
    if holder.type != "variable_declarator" or (export.thing is None and is_literal(holder)):
        return ""
    return _value(draft, field(holder, "value")) if _is_constant(draft, token, holder) else ""


def _has_values(namespace: Node) -> bool:
    """Some statement directly in it is surely not a type."""
    body = field(namespace, "body")
    statements = body.named_children if body is not None else []
    exported = [field(s, "declaration") if s.type == "export_statement" else s for s in statements]
    return any(s is not None and s.type not in _ERASED and s.type != "internal_module" for s in exported)


def _is_constant(draft: Draft, token: Node, declarator: Node) -> bool:
    """Declared by `const`, or else mentioned nowhere but in exports."""
    declaration = declarator.parent
    kind = field(declaration, "kind") if declaration is not None else None
    if kind is not None and kind.type == "const":
        return True
    mentions = set(draft.words.occurrences(draft.source[token.start_byte : token.end_byte], 0, draft.size))
    return mentions <= {token.start_byte} | {export.thing[0] for export in draft.exports if export.thing is not None}


def _value(draft: Draft, value: Node | None) -> str:
    if value is None:
        return "undefined"
    value = unwrapped(value)
    operator = field(value, "operator")
    if value.type == "unary_expression" or (value.type == "binary_expression" and operator is not None):
        written = draft.text(operator) if operator is not None else ""
        return f"the result of `{written}`" if written and written not in _EITHER else ""
    if value.type == "call_expression":
        return made_by_call(draft, value)
    if value.type == "new_expression":
        return _instance(draft, field(value, "constructor"))
    return _VALUES.get(value.type, "")


def _instance(draft: Draft, constructor: Node | None) -> str:
    if constructor is None or constructor.type not in ("identifier", "member_expression"):
        return ""
    name = draft.text(constructor)
    return f"an instance of `{name}`" if not name.endswith(_MAKES_FUNCTIONS) else ""
