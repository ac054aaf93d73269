"""Functions with a directive of their own, and all other directives that stand inside functions and blocks."""

from __future__ import annotations

from collections import Counter

from tree_sitter import Node

from boundary_lsp.model.directives import SERVER, is_cache
from boundary_lsp.model.facts import BindingKind, Directive, DirectivePlace, Flow, FlowKind, InlineFunction, SiteKind
from boundary_lsp.syntax.drafts.tables import Going, InlineDraft
from boundary_lsp.syntax.python.captures import captures_of
from boundary_lsp.syntax.python.directives import Found, directive_statements
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field, is_async
from boundary_lsp.syntax.python.scopes import ScopeKind, scope_around
from boundary_lsp.syntax.python.sites import record


def add_directives(draft: Draft) -> None:
    bodies: dict[int, int] = {}
    taken = Counter[str]()
    for found in directive_statements(draft):
        path, body = "", 0
        if found.function is not None:
            body = bodies.setdefault(found.function.start_byte, len(bodies) + 1)
            path = _path(draft, found.function)
            if found.place is DirectivePlace.FUNCTION and (found.value == SERVER or is_cache(found.value)):
                path = _unique(path, taken)
                _add_function(draft, found, found.function, path)
        draft.directives.append((Directive(found.value, found.place, path, body), found.start, found.end))


def _path(draft: Draft, function: Node) -> str:
    """`Page.save`, by the top-level declaration that it stands in."""
    name = field(function, "name")
    base = draft.declarations[draft.declaration_at(function.start_byte)].name
    own = draft.text(name) if name is not None else ""
    if name is not None and draft.definitions.get(name.start_byte) is not None:
        return base
    return ".".join(part for part in (base, own) if part)


def _unique(path: str, taken: Counter[str]) -> str:
    """A second `save` in `Page` is `Page.save$2`."""
    taken[path] += 1
    return path if taken[path] == 1 else f"{path}${taken[path]}"


def _add_function(draft: Draft, found: Found, function: Node, path: str) -> None:
    name = field(function, "name")
    if name is None:
        return
    declaration = draft.declaration_at(function.start_byte)
    fact = InlineFunction(path, declaration, found.value, is_async(function), captures_of(draft, function))
    draft.inline.append(InlineDraft(fact, name.start_byte, name.end_byte, function))
    if draft.definitions.get(name.start_byte) is None:
        _bind(draft, len(draft.inline) - 1, function, name)


def _bind(draft: Draft, index: int, function: Node, token: Node) -> None:
    """By its name, where that is one of a function's; a method can be called from anywhere, and of two functions that
    take turns with one name nobody knows which it is."""
    scope, name = scope_around(function), draft.text(token)
    if scope.kind is ScopeKind.CLASS or not name or (scope.start, name) in draft.locals:
        binding = draft.bind(BindingKind.INLINE, index, "", "")
        span = (token.start_byte, token.end_byte)
        record(draft, binding, SiteKind.PASS, span, going=Going(Flow(FlowKind.UNKNOWN)))
        return
    binding = draft.bind(BindingKind.INLINE, index, name, name)
    draft.definitions[token.start_byte] = draft.locals[scope.start, name] = binding
    draft.track(name.encode(), binding, (scope.start, scope.end))
