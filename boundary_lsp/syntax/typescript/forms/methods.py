"""Methods and accessors with a directive that cannot be called by themselves, and so are no inline functions."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import DirectivePlace, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.server_functions import serving

_PLACES = (DirectivePlace.METHOD, DirectivePlace.ACCESSOR)


def add_methods(draft: Draft) -> None:
    for directive, start, end in draft.directives:
        kind = serving(directive.value) if directive.place in _PLACES else ""
        method = _method_around(draft, start, end) if kind else None
        if method is not None:
            form = FormKind.INSTANCE_METHOD if directive.place is DirectivePlace.METHOD else _kind(method)
            if form is not None:
                found = Form(form, directive.function, kind if form is FormKind.SYNC_FUNCTION else "")
                draft.forms.append((found, method.start_byte, method.end_byte))


def _method_around(draft: Draft, start: int, end: int) -> Node | None:
    node = draft.root.named_descendant_for_byte_range(start, end)
    while node is not None and node.type != "method_definition":
        node = node.parent
    return node


def _kind(method: Node) -> FormKind | None:
    """Of an accessor, or a private method: to a compiler, that is a function like others."""
    words = {child.type for child in method.children}
    if words.isdisjoint(("get", "set")):
        return FormKind.SYNC_FUNCTION if "async" not in words else None
    in_class = method.parent is not None and method.parent.type == "class_body"
    return FormKind.SYNC_ACCESSOR if in_class else FormKind.SYNC_OBJECT_ACCESSOR
