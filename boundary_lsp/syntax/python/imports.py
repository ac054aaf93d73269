"""Import statements. Those of functions, and `importlib.import_module`, are in `lazy`.

import a.b              a, with the local a; and a.b, with the local `a.b`, of which a use says all of the path
import a.b as c         a.b, with the local c
from .a import b, c     .a twice, once for each name: each of them may be a module of its own
from a import *         a, with every name that the module has from nowhere else

Those in `try:` and `if …:` are read as imports in functions are: they need not load.
"""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, ImportForm
from boundary_lsp.syntax.drafts.tables import ImportDraft, NameDraft
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field
from boundary_lsp.syntax.python.scopes import Scope, ScopeKind

WHOLE = "*"


def add_import_statement(
    draft: Draft, node: Node, *, type_only: bool, guarded: bool = False, scope: Scope | None = None
) -> None:
    draft.statements.add(node.start_byte)
    for part in node.named_children:
        alias = field(part, "alias") if part.type == "aliased_import" else None
        path = field(part, "name") if part.type == "aliased_import" else part
        if path is None or path.type != "dotted_name" or not draft.text(path):
            continue
        specifier = _path(draft, path)
        if alias is None and "." in specifier:
            _add_root(draft, node, path, type_only=type_only, guarded=guarded, scope=scope)
        entry = _entry(draft, specifier, path, node, type_only=type_only, guarded=guarded, scope=scope)
        local = alias or path
        name = NameDraft(WHOLE, _path(draft, local), type_only, local.start_byte, local.end_byte)
        entry.names.append(name)
        bind_import(draft, entry, scope)


def add_from(draft: Draft, node: Node, *, type_only: bool, guarded: bool = False, scope: Scope | None = None) -> None:
    draft.statements.add(node.start_byte)
    module = field(node, "module_name")
    if module is None or not draft.text(module):
        return
    specifier = _path(draft, module)
    star = next((child for child in node.named_children if child.type == "wildcard_import"), None)
    if star is not None:
        entry = _entry(draft, specifier, module, node, type_only=type_only, guarded=guarded, scope=scope)
        draft.stars.append(len(draft.imports))
        draft.imports.append(entry)
        return
    for part in node.children_by_field_name("name"):
        alias = field(part, "alias") if part.type == "aliased_import" else None
        token = field(part, "name") if part.type == "aliased_import" else part
        if token is None or token.type != "dotted_name" or not draft.text(token):
            continue
        entry = _entry(draft, specifier, module, node, type_only=type_only, guarded=guarded, scope=scope)
        local = alias or token
        name = NameDraft(_path(draft, token), _path(draft, local), type_only, token.start_byte, token.end_byte)
        entry.names.append(name)
        bind_import(draft, entry, scope)


def bind_import(draft: Draft, entry: ImportDraft, scope: Scope | None) -> int:
    """Numbers the import and binds its names: in the whole module, or only in the function that it stands in."""
    draft.imports.append(entry)
    index = len(draft.imports) - 1
    for name in entry.names:
        name.binding = draft.bind(BindingKind.IMPORT, index, name.imported, name.local)
        if not name.local:
            continue
        first, *others = (part.encode() for part in name.local.split("."))
        if scope is None:
            draft.module_names.setdefault(name.local, name.binding)
        if others:
            draft.dotted.setdefault(first, []).append((tuple(others), name.binding))
        else:
            is_local = scope is not None and scope.kind is ScopeKind.FUNCTION
            draft.track(first, name.binding, (scope.start, scope.end) if is_local and scope else (0, draft.size))
    return index


def _add_root(draft: Draft, node: Node, path: Node, *, type_only: bool, guarded: bool, scope: Scope | None) -> None:
    """What `import a.b` binds: the package `a`, once however often that is said."""
    token = path.named_children[0]
    local = draft.text(token)
    if scope is None and local in draft.module_names:
        return
    entry = _entry(draft, local, token, node, type_only=type_only, guarded=guarded, scope=scope)
    entry.names.append(NameDraft(WHOLE, local, type_only, token.start_byte, token.end_byte))
    bind_import(draft, entry, scope)


def _entry(
    draft: Draft, specifier: str, token: Node, node: Node, *, type_only: bool, guarded: bool, scope: Scope | None
) -> ImportDraft:
    is_lazy = scope is not None and scope.kind is ScopeKind.FUNCTION
    return ImportDraft(
        specifier,
        ImportForm.DYNAMIC if is_lazy or guarded else ImportForm.STATIC,
        type_only,
        token.start_byte,
        token.end_byte,
        draft.declaration_at(node.start_byte) if is_lazy else 0,
        statement=(node.start_byte, node.end_byte),
    )


def _path(draft: Draft, node: Node) -> str:
    """Without the blanks that may stand in it."""
    return "".join(draft.text(node).split())
