"""Imports that run later: statements in functions, and `importlib.import_module("x")`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import ImportForm, Problem
from boundary_lsp.syntax.drafts.tables import ImportDraft, NameDraft
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field
from boundary_lsp.syntax.python.imports import WHOLE, add_from, add_import_statement, bind_import
from boundary_lsp.syntax.python.scopes import Scope, ScopeKind, scope_around
from boundary_lsp.syntax.python.text import string_value

_LOADERS = (b"import_module", b"importlib", b"__import__")
_CALLEES = frozenset({"import_module", "importlib.import_module", "__import__"})


def add_lazy_imports(draft: Draft) -> None:
    for at in draft.words.within(b"import", 0, draft.size):
        if not draft.deep.cover(at):
            _add_statement(draft, draft.root.descendant_for_byte_range(at, at + len(b"import")))
    for word in _LOADERS:
        for token, parent, _ in draft.words.tokens(word):
            callee = parent if parent.type == "attribute" else token
            call = callee.parent
            if call is not None and call.type == "call" and draft.text(callee) in _CALLEES:
                _add_call(draft, call)


def _add_statement(draft: Draft, keyword: Node | None) -> None:
    node = keyword.parent if keyword is not None else None
    if node is None or node.start_byte in draft.statements:
        return
    scope = scope_around(node)
    if node.type == "import_statement":
        add_import_statement(draft, node, type_only=False, scope=scope)
    elif node.type == "import_from_statement":
        add_from(draft, node, type_only=False, scope=scope)


def _add_call(draft: Draft, call: Node) -> None:
    arguments = field(call, "arguments")
    given = [c for c in arguments.named_children if c.type != "comment"] if arguments is not None else []
    specifier = string_value(draft.source, given[0]) if given else None
    if given and specifier is None:
        draft.problems.append(Problem("computed-import", call.start_byte, call.end_byte))
    if not given or not specifier:
        return
    start, end = given[0].start_byte, given[0].end_byte
    declaration = draft.declaration_at(call.start_byte)
    entry = ImportDraft(specifier, ImportForm.DYNAMIC, False, start, end, declaration)
    imported, token, local, scope = _taken(draft, call)
    entry.names.append(NameDraft(imported, local, False, token.start_byte, token.end_byte, used=True))
    bind_import(draft, entry, scope)
    if local:
        draft.definitions[token.start_byte] = entry.names[0].binding


def _taken(draft: Draft, call: Node) -> tuple[str, Node, str, Scope | None]:
    """(what is taken of the module, the token that says so, the local name, where that is in force)."""
    parent = call.parent
    if parent is not None and parent.type == "attribute" and (name := field(parent, "attribute")) is not None:
        return draft.text(name), name, "", None
    left = field(parent, "left") if parent is not None and parent.type == "assignment" else None
    if left is None or left.type != "identifier":
        return WHOLE, call, "", None
    scope = scope_around(call)
    return WHOLE, left, draft.text(left), scope if scope.kind is ScopeKind.FUNCTION else None
