"""Functions with a directive of their own, and all other directives that stand inside functions and blocks."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.directives import SERVER, is_cache
from boundary_lsp.model.facts import BindingKind, Directive, DirectivePlace, InlineFunction
from boundary_lsp.syntax.drafts.tables import InlineDraft
from boundary_lsp.syntax.typescript.captures import captures_of
from boundary_lsp.syntax.typescript.climbing import climb
from boundary_lsp.syntax.typescript.declarations import is_async
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.flows import going_of
from boundary_lsp.syntax.typescript.grammar import WRAPPERS, field
from boundary_lsp.syntax.typescript.locals import bind_variable
from boundary_lsp.syntax.typescript.nested import nested_directives
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.scopes import Scope, role_of
from boundary_lsp.syntax.typescript.sites import record
from boundary_lsp.syntax.typescript.text import cook


def add_inline_functions(draft: Draft) -> None:
    names = _Names(draft)
    for found in nested_directives(draft):
        function = found.function
        if function is not None and found.place is DirectivePlace.FUNCTION and _speaks_for_functions(found.value):
            path = names.claim(function)
            _add_function(draft, function, found.value, path)
        else:
            path = names.describe(function)
        draft.directives.append((Directive(found.value, found.place, path, found.body), found.start, found.end))


def own_name(function: Node) -> Node | None:
    """The token that names a function: its own, its variable's, its key's."""
    name = field(function, "name")
    if name is not None:
        return name
    holder = _holder(function)
    if holder.type == "variable_declarator":
        name = field(holder, "name")
        return name if name is not None and name.type == "identifier" else None
    if holder.type == "pair":
        key = field(holder, "key")
        return key if key is not None and key.type != "computed_property_name" else None
    return field(holder, "name") if holder.type == "public_field_definition" else None


class _Names:
    """Paths of inline functions: `Page.save`, `Page.$1`; a second `save` in `Page` is `Page.save$2`."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.taken: set[str] = set()
        self.unnamed: dict[int, int] = {}

    def describe(self, function: Node | None) -> str:
        if function is None:
            return ""
        index = self.draft.declaration_at(function.start_byte)
        base = self.draft.declarations[index].name
        if _is_declaration(self.draft, function, index):
            return base
        token = own_name(function)
        return ".".join(part for part in (base, self._word(token) if token is not None else "") if part)

    def claim(self, function: Node) -> str:
        index = self.draft.declaration_at(function.start_byte)
        path = self.describe(function)
        if not _is_declaration(self.draft, function, index) and own_name(function) is None:
            count = self.unnamed[index] = self.unnamed.get(index, 0) + 1
            path = f"{path}.${count}" if path else f"${count}"
        count = 1
        unique = path
        while unique in self.taken:
            count += 1
            unique = f"{path}${count}"
        self.taken.add(unique)
        return unique

    def _word(self, token: Node) -> str:
        text = self.draft.source[token.start_byte : token.end_byte]
        return cook(text) if token.type == "string" else self.draft.text(token)


def _speaks_for_functions(value: str) -> bool:
    return value == SERVER or is_cache(value)


def _is_declaration(draft: Draft, function: Node, index: int) -> bool:
    """The top-level declaration's own function, not one inside it or given to its builder."""
    if index == 0 or draft.functions.get(index) != function:
        return False
    holder = _holder(function)
    return function.type.endswith("_declaration") or holder.type in ("variable_declarator", "export_statement")


def _holder(function: Node) -> Node:
    """What a function stands in directly, casts and parentheses apart."""
    parent = function.parent
    while parent is not None and parent.type in WRAPPERS:
        parent = parent.parent
    return parent if parent is not None else function


def _add_function(draft: Draft, function: Node, directive: str, path: str) -> None:
    declaration = draft.declaration_at(function.start_byte)
    fact = InlineFunction(path, declaration, directive, is_async(draft, function), captures_of(draft, function))
    token = own_name(function) or function.children[0]
    draft.inline.append(InlineDraft(fact, token.start_byte, token.end_byte, function))
    if _is_declaration(draft, function, declaration):
        return
    index = len(draft.inline) - 1
    scope = _named_scope(function, token)
    if scope is not None:
        _bind_name(draft, index, token, scope)
    else:
        _bind_nameless(draft, index, function)


def _named_scope(function: Node, token: Node) -> Scope | None:
    """Where `async function save() {…}` or `const save = …` can be used by name."""
    named = function.type.endswith("_declaration") or _holder(function).type == "variable_declarator"
    if not named or token.type != "identifier" or token.parent is None:
        return None
    role = role_of(token, token.parent)
    return role if isinstance(role, Scope) else None


def _bind_name(draft: Draft, index: int, token: Node, scope: Scope) -> None:
    name = draft.text(token)
    binding = draft.bind(BindingKind.INLINE, index, name, name)
    draft.definitions[token.start_byte] = binding
    draft.track(name.encode(), binding, (scope.start, scope.end))


def _bind_nameless(draft: Draft, index: int, function: Node) -> None:
    """One site, at the function's first token: where the function itself goes."""
    binding = draft.bind(BindingKind.INLINE, index, "", "")
    parent = function.parent
    if parent is None:
        return
    use = climb(Use(draft), function, parent)
    if use.place is Place.VARIABLE:
        bind_variable(draft, use.node)
    if use.place is Place.NOWHERE:
        use.place = Place.LOST
    kind, going = going_of(draft, use)
    name = field(function, "name") if function.type == "method_definition" else None
    first = name or function.children[0]
    record(draft, binding, kind, first.start_byte, first.end_byte, "", going)
