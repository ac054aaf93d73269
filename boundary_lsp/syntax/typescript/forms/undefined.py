"""Server functions that are used by a name which has no value there, once Next has moved them.

A declaration `async function save() { 'use server' }` becomes a variable, set where the declaration stands, and of a
default export nothing is left but the export.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import DirectivePlace, Form, SiteKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.drafts.tables import InlineDraft, SiteDraft
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field

_AT_ONCE = frozenset({b"map", b"flatMap", b"forEach"})
"""Methods that call what they are given before they return."""
_ENDS = frozenset({"return_statement", "throw_statement"})
_NOT_RUN = FUNCTIONS | {"public_field_definition", "class_static_block"}


def add_undefined_functions(draft: Draft) -> None:
    for inline in draft.inline:
        if inline.node.type != "function_declaration" or not inline.fact.is_async:
            continue
        for site, kind in _undefined(draft, inline):
            draft.forms.append((Form(kind, inline.fact.path, _name(draft, inline.node)), site.start, site.end))


def _undefined(draft: Draft, inline: InlineDraft) -> Iterator[tuple[SiteDraft, FormKind]]:
    node = inline.node
    if not _is_moved(draft, node):
        return
    sites = [site for site in _uses(draft, node) if not node.start_byte <= site.start < node.end_byte]
    if _is_default_export(node):
        yield from ((site, FormKind.DEFAULT_FUNCTION_BY_NAME) for site in sites)
    elif _is_unreachable(node):
        yield from ((site, FormKind.FUNCTION_BEHIND_RETURN) for site in sites)
    else:
        around = _run_by(node)
        early = (site for site in sites if site.start < node.start_byte)
        yield from ((site, FormKind.FUNCTION_BEFORE_DECLARATION) for site in early if _runs_in(draft, site) == around)


def _name(draft: Draft, function: Node) -> str:
    name = field(function, "name")
    return draft.text(name) if name is not None else ""


def _uses(draft: Draft, function: Node) -> Iterator[SiteDraft]:
    name = field(function, "name")
    binding = draft.definitions.get(name.start_byte, -1) if name is not None else -1
    for site in draft.sites:
        if site.binding == binding >= 0 and site.kind != SiteKind.TYPE:
            yield site


def _is_moved(draft: Draft, function: Node) -> bool:
    """What a module with a directive of its own exports stays in place."""
    if _run_by(function) is not None:
        return True
    return all(directive.place is not DirectivePlace.PROLOGUE for directive, _, _ in draft.directives)


def _is_default_export(function: Node) -> bool:
    parent = function.parent
    return parent is not None and any(child.type == "default" for child in parent.children)


def _is_unreachable(function: Node) -> bool:
    """Declared behind `return` or `throw`: the declaration is never run."""
    block = function.parent
    before = (child for child in block.children if child.end_byte <= function.start_byte) if block is not None else ()
    return any(child.type in _ENDS for child in before)


def _runs_in(draft: Draft, site: SiteDraft) -> Node | None:
    token = draft.root.descendant_for_byte_range(site.start, site.end)
    return _run_by(token) if token is not None else None


def _run_by(node: Node) -> Node | None:
    """The function whose call runs a node at once; None for the module."""
    parent = node.parent
    while parent is not None and not (parent.type in _NOT_RUN and not _is_called_at_once(parent)):
        parent = parent.parent
    return parent


def _is_called_at_once(function: Node) -> bool:
    arguments = function.parent
    call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
    callee = field(call, "function") if call is not None else None
    method = field(callee, "property") if callee is not None else None
    return method is not None and method.text in _AT_ONCE
