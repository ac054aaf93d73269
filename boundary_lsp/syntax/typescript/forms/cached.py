"""What functions with `'use cache'` call."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, DirectivePlace, Form, SiteKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.drafts.tables import SiteDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS


def add_cached_calls(draft: Draft) -> None:
    if draft.code.find(b"use cache") < 0:
        return
    cached = {_range(function): directive for function, directive in _cached(draft)}
    for site in draft.sites if cached else ():
        if site.kind is SiteKind.CALL and draft.bindings[site.binding].kind is BindingKind.IMPORT and not site.member:
            directive = cached.get(_function_around(draft, site))
            if directive is not None:
                draft.forms.append((Form(FormKind.CACHED_CALL, _called(draft, site), directive), site.start, site.end))


def _cached(draft: Draft) -> Iterator[tuple[Node, str]]:
    """Functions with such a directive of their own, and exported ones of a file with one."""
    whole = next((d.value for d, _, _ in draft.directives if d.place is DirectivePlace.PROLOGUE), "")
    if whole.startswith("use cache"):
        exported = {
            export.binding if export.binding >= 0 else draft.module_names.get(export.local, -1)
            for export in draft.exports
        }
        yield from (
            (function, whole) for index, function in draft.functions.items() if draft.binding_of[index] in exported
        )
    for inline in draft.inline:
        if inline.fact.directive.startswith("use cache"):
            yield inline.node, inline.fact.directive


def _function_around(draft: Draft, site: SiteDraft) -> tuple[int, int]:
    node = draft.root.named_descendant_for_byte_range(site.start, site.end)
    while node is not None and node.type not in FUNCTIONS:
        node = node.parent
    return _range(node) if node is not None else (-1, -1)


def _range(node: Node) -> tuple[int, int]:
    return node.start_byte, node.end_byte


def _called(draft: Draft, site: SiteDraft) -> str:
    binding = draft.bindings[site.binding]
    return f"{draft.imports[binding.owner].specifier}#{binding.name}"
