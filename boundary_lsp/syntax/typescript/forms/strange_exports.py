"""Export statements of what is no function by its spelling, in modules of server or cached functions."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.export_statements import declarators, export_statements
from boundary_lsp.syntax.typescript.forms.server_functions import served_module
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, WRAPPERS, field, inner
from boundary_lsp.syntax.typescript.text import string_value

LITERALS = frozenset({"string", "number", "true", "false", "null", "regex"})
_CASTS = WRAPPERS - {"parenthesized_expression"}
_CLASSES = frozenset({"class_declaration", "abstract_class_declaration"})
_CALLED = frozenset({"member_expression", "subscript_expression", "call_expression", "non_null_expression"})


def add_strange_exports(draft: Draft) -> None:
    if not draft.directives or not served_module(draft):
        return
    for statement in export_statements(draft):
        detail, names = _strange(draft, statement)
        if detail:
            form = Form(FormKind.STRANGE_EXPORT, ", ".join(names), detail)
            draft.forms.append((form, statement.start_byte, statement.end_byte))


def without_casts(node: Node) -> Node:
    """What TypeScript leaves of an expression. Parentheses stay."""
    while node.type in _CASTS and (inside := inner(node)) is not None:
        node = inside
    return node


def is_literal(declarator: Node) -> bool:
    value = field(declarator, "value")
    return value is not None and without_casts(value).type in LITERALS


def _strange(draft: Draft, statement: Node) -> tuple[str, list[str]]:
    """(what it is, the names that it exports); empty where it may be all right."""
    if field(statement, "source") is not None:
        return _reexported(draft, statement)
    declared = field(statement, "declaration")
    is_class = declared is not None and declared.type in _CLASSES
    if any(child.type == "default" for child in statement.children):
        value = field(statement, "value")
        return ("default", ["default"]) if is_class or (value is not None and _is_strange(value)) else ("", [])
    if declared is not None and is_class:
        return "class", _texts(draft, [field(declared, "name")])
    literals = [field(declarator, "name") for declarator in declarators(statement) if is_literal(declarator)]
    return ("literal", _texts(draft, literals)) if literals else ("", [])


def _reexported(draft: Draft, statement: Node) -> tuple[str, list[str]]:
    for child in statement.children:
        if child.type == "*":
            return "everything", ["*"]
        if child.type == "namespace_export":
            return "namespace", _texts(draft, child.named_children[-1:])
        if child.type == "export_clause":
            kept = [s for s in child.named_children if s.type == "export_specifier" and s.children[0].type != "type"]
            names = [field(specifier, "alias") or field(specifier, "name") for specifier in kept]
            return ("names", _texts(draft, names)) if kept else ("", [])
    return "", []


def _is_strange(value: Node) -> bool:
    """All but a function, a name and a call; parentheses around them make a compiler blind."""
    value = without_casts(value)
    if value.type == "call_expression":
        return _is_template(value) or _is_optional(value)
    return value.type not in FUNCTIONS and value.type not in ("identifier", "undefined")


def _is_template(call: Node) -> bool:
    arguments = field(call, "arguments")
    return arguments is not None and arguments.type == "template_string"


def _is_optional(call: Node) -> bool:
    """`save?.()`, `actions?.make()`."""
    node: Node | None = call
    while node is not None and node.type in _CALLED:
        if any(child.type in ("optional_chain", "?.") for child in node.children):
            return True
        node = field(node, "function") or field(node, "object") or inner(node)
    return False


def _texts(draft: Draft, nodes: list[Node | None] | list[Node]) -> list[str]:
    return [string_value(draft.source, node) or draft.text(node) for node in nodes if node is not None]
