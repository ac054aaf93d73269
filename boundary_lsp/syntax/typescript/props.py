"""A component's props as bindings, so that a function handed to it can be followed into it."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, DeclarationKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.locals import bind_local, taken
from boundary_lsp.syntax.typescript.scopes import Scope

_KINDS = frozenset({DeclarationKind.FUNCTION, DeclarationKind.VARIABLE, DeclarationKind.EXPRESSION})


def add_props(draft: Draft) -> None:
    """For every top-level function that may be a component: capitalised, or the default export."""
    default = _default_exports(draft)
    for index, function in draft.functions.items():
        declaration = draft.declarations[index]
        name = declaration.name
        if declaration.kind in _KINDS and (name[:1].isupper() or name == "default" or name in default):
            _add_props_of(draft, function)


def _default_exports(draft: Draft) -> set[str]:
    """Names of the declarations that are exported as default."""
    bindings = [(export.binding, export.local) for export in draft.exports if export.name == "default"]
    return {local or draft.bindings[binding].local for binding, local in bindings if local or binding >= 0}


def _add_props_of(draft: Draft, function: Node) -> None:
    pattern = first_parameter(function)
    if pattern is None:
        return
    scope = Scope(function.start_byte, function.end_byte, "value")
    if pattern.type == "identifier":
        bind_local(draft, pattern, scope, BindingKind.PROP, "*")
    elif pattern.type == "object_pattern":
        for _, name, local in taken(draft, pattern):
            if local is not None:
                bind_local(draft, local, scope, BindingKind.PROP, name)


def first_parameter(function: Node) -> Node | None:
    single = field(function, "parameter")
    if single is not None:
        return single
    parameters = field(function, "parameters")
    for parameter in parameters.named_children if parameters is not None else ():
        if parameter.type in ("required_parameter", "optional_parameter"):
            pattern = field(parameter, "pattern")
            if pattern is not None and pattern.type == "assignment_pattern":
                pattern = pattern.named_children[0]
            return pattern
    return None
