"""Methods and accessors with a directive that cannot be called by themselves, and so are no inline functions."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Directive, DirectivePlace, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.server_functions import serving

_PLACES = (DirectivePlace.METHOD, DirectivePlace.ACCESSOR)


def add_methods(draft: Draft) -> None:
    """Each once, also where two directives stand at its head."""
    first: dict[int, tuple[Directive, int, int]] = {}
    for written in draft.directives:
        if written[0].place in _PLACES and serving(written[0].value):
            first.setdefault(written[0].body, written)
    for directive, start, end in first.values():
        method = _method_around(draft, start, end)
        form = _kind(directive, method) if method is not None else None
        if method is not None and form is not None:
            kind = serving(directive.value) if form is FormKind.SYNC_FUNCTION else ""
            draft.forms.append((Form(form, directive.function, kind), method.start_byte, method.end_byte))


def _method_around(draft: Draft, start: int, end: int) -> Node | None:
    node = draft.root.named_descendant_for_byte_range(start, end)
    while node is not None and node.type != "method_definition":
        node = node.parent
    return node


def _kind(directive: Directive, method: Node) -> FormKind | None:
    """To a compiler, an accessor or a private method is a function like others."""
    if directive.place is DirectivePlace.METHOD:
        return FormKind.INSTANCE_METHOD
    words = {child.type for child in method.children}
    if words.isdisjoint(("get", "set")):
        return FormKind.SYNC_FUNCTION if "async" not in words else None
    in_class = method.parent is not None and method.parent.type == "class_body"
    return FormKind.SYNC_ACCESSOR if in_class else FormKind.SYNC_OBJECT_ACCESSOR
