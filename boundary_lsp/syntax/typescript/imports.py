"""Import statements. Dynamic `import()` and `require()` are in `dynamic`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, ImportForm
from boundary_lsp.syntax.drafts.tables import ImportDraft, NameDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.spelled import spelled_import
from boundary_lsp.syntax.typescript.text import cook, decode, string_value


def add_import_statement(draft: Draft, node: Node) -> None:
    """`import … from 'x'`, `import 'x'`, `import x = require('x')`; a missing specifier is a broken statement."""
    statement = node.start_byte, node.end_byte
    spelled = spelled_import(draft.source, *statement)
    if spelled is not None:
        spelled.statement = statement
        add_import(draft, spelled)
        return
    children = node.children
    clause = next((c for c in children if c.type in ("import_clause", "import_require_clause")), None)
    source = field(node, "source")
    if clause is not None and clause.type == "import_require_clause":
        local, required = first(clause), field(clause, "source")
        if local is not None and required is not None:
            spans = (local.start_byte, local.end_byte), (required.start_byte, required.end_byte)
            add_required(draft, *spans, type_only=_says_type(children))
        return
    specifier = string_value(draft.source, source) if source is not None else None
    if source is None or specifier is None:
        return
    form = ImportForm.SIDE_EFFECT if clause is None else ImportForm.STATIC
    type_only = _says_type(children) or node.start_byte in draft.erased
    entry = ImportDraft(specifier, form, type_only, source.start_byte, source.end_byte, statement=statement)
    if clause is not None:
        _add_clause(draft, entry, clause)
    add_import(draft, entry)


def add_import(draft: Draft, entry: ImportDraft, scope: tuple[int, int] | None = None) -> int:
    """Numbers the import and binds its names: in the whole module, or only in `scope` for a dynamic one."""
    draft.imports.append(entry)
    index = len(draft.imports) - 1
    for name in entry.names:
        name.binding = draft.bind(BindingKind.IMPORT, index, name.imported, name.local)
        if not name.local:
            continue
        if scope is None:
            draft.module_names.setdefault(name.local, name.binding)
        draft.track(name.local.encode(), name.binding, scope or (0, draft.size))
    return index


def _says_type(children: list[Node]) -> bool:
    """`import type …`, `import typeof …`: the keyword is a child of its own."""
    return len(children) > 1 and children[1].type in ("type", "typeof")


def add_required(draft: Draft, local: tuple[int, int], literal: tuple[int, int], *, type_only: bool) -> None:
    """`import x = require('y')`, by the spans of `x` and of the literal. It is a statement, which no code can guard."""
    entry = ImportDraft(cook(draft.source[slice(*literal)]), ImportForm.STATIC, type_only, *literal)
    entry.names.append(NameDraft("*", decode(draft.source[slice(*local)]), type_only, *local))
    add_import(draft, entry)


def _add_clause(draft: Draft, entry: ImportDraft, clause: Node) -> None:
    for child in clause.named_children:
        if child.type == "identifier":
            entry.names.append(_name(draft, "default", child, child, entry.type_only))
        elif child.type == "namespace_import":
            local = next((c for c in child.named_children if c.type == "identifier"), None)
            if local is not None:
                entry.names.append(_name(draft, "*", local, local, entry.type_only))
        elif child.type == "named_imports":
            for specifier in child.named_children:
                if specifier.type == "import_specifier":
                    _add_specifier(draft, entry, specifier)


def _add_specifier(draft: Draft, entry: ImportDraft, specifier: Node) -> None:
    name = field(specifier, "name")
    if name is None:
        return
    imported = string_value(draft.source, name)
    local = field(specifier, "alias") or name
    type_only = entry.type_only or specifier.children[0].type in ("type", "typeof")
    before = draft.source[max(specifier.start_byte - 40, 0) : specifier.start_byte]
    type_only = type_only or before.rstrip().endswith(b"type")  # of `{ type as }`, hidden from the grammar
    entry.names.append(_name(draft, imported if imported is not None else draft.text(name), name, local, type_only))


def _name(draft: Draft, imported: str, token: Node, local: Node, type_only: bool) -> NameDraft:
    return NameDraft(imported, draft.text(local), type_only, token.start_byte, token.end_byte)
