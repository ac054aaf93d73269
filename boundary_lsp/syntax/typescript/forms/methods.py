"""Methods and accessors with a directive that cannot be called by themselves, and so are no inline functions.

A private one (`#save() {}`) is to a compiler a function like others, though nobody can call it.
"""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import DirectivePlace, Form, FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.server_functions import serving
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.nested import function_of_body, is_head

_OF_METHODS = (DirectivePlace.METHOD, DirectivePlace.ACCESSOR)


def add_methods(draft: Draft) -> None:
    for directive, start, end in draft.directives:
        kind = serving(directive.value) if directive.place in _OF_METHODS else ""
        method = _method_of(draft, start, end) if kind else None
        form = _form(draft, method, directive.function, kind) if method is not None else None
        if method is not None and form is not None:
            draft.forms.append((form, method.start_byte, method.end_byte))


def _method_of(draft: Draft, start: int, end: int) -> Node | None:
    """The method in whose prologue the directive stands."""
    literal = draft.root.named_descendant_for_byte_range(start, end)
    statement = literal.parent if literal is not None else None
    block = statement.parent if statement is not None else None
    if statement is None or block is None or not is_head(block, statement):
        return None
    function = function_of_body(block)
    return function if function is not None and function.type == "method_definition" else None


def _form(draft: Draft, method: Node, path: str, kind: str) -> Form | None:
    words = {child.type for child in method.children}
    in_class = method.parent is not None and method.parent.type == "class_body"
    name = field(method, "name")
    is_private = name is not None and name.type == "private_property_identifier"
    if in_class and "static" not in words and not is_private:
        is_constructor = name is not None and draft.text(name) == "constructor"
        return None if is_constructor else Form(FormKind.INSTANCE_METHOD, path)
    if not words.isdisjoint(("get", "set")):
        return Form(FormKind.SYNC_ACCESSOR if in_class else FormKind.SYNC_OBJECT_ACCESSOR, path)
    return Form(FormKind.SYNC_FUNCTION, path, kind) if "async" not in words else None
