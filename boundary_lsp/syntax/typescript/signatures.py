"""Parameters and results of server functions, as written."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, DirectivePlace, Parameter, Signature
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field


def add_signatures(draft: Draft) -> None:
    """Of exported functions where the whole module is `'use server'`, and of all inline functions."""
    if any(d.place == DirectivePlace.PROLOGUE and d.value == "use server" for d, _, _ in draft.directives):
        for index in _exported_declarations(draft):
            function = draft.functions.get(index)
            if function is not None:
                draft.signatures.append(_signature(draft, function, index, -1))
    for index, inline in enumerate(draft.inline):
        draft.signatures.append(_signature(draft, inline.node, inline.fact.declaration, index))


def _exported_declarations(draft: Draft) -> list[int]:
    found: dict[int, None] = {}
    for export in draft.exports:
        binding = export.binding if export.binding >= 0 else draft.module_names.get(export.local, -1)
        if binding >= 0 and draft.bindings[binding].kind is BindingKind.DECLARATION:
            found[draft.bindings[binding].owner] = None
    return list(found)


def _signature(draft: Draft, function: Node, declaration: int, inline: int) -> Signature:
    single = field(function, "parameter")
    if single is not None:
        return Signature(declaration, inline, (Parameter(draft.text(single), ""),), "")
    parameters = field(function, "parameters")
    nodes = parameters.named_children if parameters is not None else []
    found = [
        Parameter(_collapsed(draft, field(node, "pattern")), _type(draft, field(node, "type")))
        for node in nodes
        if node.type in ("required_parameter", "optional_parameter")
    ]
    found = [parameter for parameter in found if parameter.name != "this"]
    return Signature(declaration, inline, tuple(found), _type(draft, field(function, "return_type")))


def _type(draft: Draft, annotation: Node | None) -> str:
    return _collapsed(draft, annotation).removeprefix(":").strip()


def _collapsed(draft: Draft, node: Node | None) -> str:
    return " ".join(draft.text(node).split()) if node is not None else ""
