"""The functions of a module that a compiler makes server or cached functions of, and how it comes to see them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.model.directives import CLIENT, SERVER, is_cache
from boundary_lsp.model.facts import BindingKind, DeclarationKind, DirectivePlace
from boundary_lsp.syntax.drafts.tables import ExportDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.export_statements import export_statements, exported_values
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS

_AROUND = frozenset(
    {
        "parenthesized_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "type_assertion",
        "call_expression",
        "new_expression",
        "arguments",
        "member_expression",
        "subscript_expression",
        "await_expression",
        "ternary_expression",
        "binary_expression",
        "array",
    }
)
"""What older compilers look into for functions. They look into objects, classes and elements, too, but by turns."""


class Reach(IntEnum):
    PLAIN = 0
    """It has a directive of its own, or is exported where it stands."""
    BY_NAME = 1
    """`export { save }`, `export default save` in a `'use server'` module. Of `'use cache'` modules, all compilers see
    these."""
    WITHIN = 2
    """Somewhere in an exported value: `export const save = wrap(() => {})`."""


class ServerFunction(NamedTuple):
    node: Node
    path: str
    serving: str
    """`server` or `cache`."""
    reach: Reach


def serving(directive: str) -> str:
    """`server` for `use server`, `cache` for `use cache` and `use cache: remote`; empty for any other directive."""
    if directive == SERVER:
        return "server"
    return "cache" if is_cache(directive) else ""


def served_module(draft: Draft) -> str:
    """What the directive of the whole module makes of its exports, as in `serving`."""
    own = [directive.value for directive, _, _ in draft.directives if directive.place is DirectivePlace.PROLOGUE]
    return next(filter(None, map(serving, own)), "") if CLIENT not in own else ""


def server_functions(draft: Draft) -> list[ServerFunction]:
    """Each once, by the plainest way that leads to it."""
    module = served_module(draft) if draft.directives else ""
    found = list(_with_directive(draft))
    if module:
        found += sorted(_exported(draft, module), key=lambda function: function.reach)
        found += _within(draft, module)
    plainest: dict[int, ServerFunction] = {}
    for function in found:
        plainest.setdefault(function.node.id, function)
    return list(plainest.values())


def _with_directive(draft: Draft) -> Iterator[ServerFunction]:
    for inline in draft.inline:
        yield ServerFunction(inline.node, inline.fact.path, serving(inline.fact.directive), Reach.PLAIN)


def _exported(draft: Draft, module: str) -> Iterator[ServerFunction]:
    for export in draft.exports:
        declaration = exported_declaration(draft, export)
        function = draft.functions.get(declaration)
        if function is not None and _is_bare(function):
            reach = Reach.BY_NAME if export.thing is not None and module == "server" else Reach.PLAIN
            yield ServerFunction(function, draft.declarations[declaration].name, module, reach)


def exported_declaration(draft: Draft, export: ExportDraft) -> int:
    """The declaration that an ES export of the module's own names; -1 for a re-export, a type or CommonJS."""
    if export.source >= 0 or export.type_only or (export.thing is None and export.binding < 0):
        return -1
    binding = export.binding if export.binding >= 0 else draft.module_names.get(export.local, -1)
    if binding < 0 or draft.bindings[binding].kind is not BindingKind.DECLARATION:
        return -1
    declaration = draft.bindings[binding].owner
    return declaration if draft.declarations[declaration].kind is not DeclarationKind.TYPE else -1


def _is_bare(function: Node) -> bool:
    """A declaration, or a value without anything around it, not even parentheses."""
    parent = function.parent
    held = parent is not None and parent.type in ("variable_declarator", "export_statement")
    return held or function.type.endswith("_declaration")


def _within(draft: Draft, module: str) -> Iterator[ServerFunction]:
    pending = [value for statement in export_statements(draft) for value in exported_values(statement)]
    while pending:
        node = pending.pop()
        if node.type in FUNCTIONS:
            path = draft.declarations[draft.declaration_at(node.start_byte)].name
            yield ServerFunction(node, path, module, Reach.WITHIN)
        elif node.type in _AROUND:
            pending += node.named_children
