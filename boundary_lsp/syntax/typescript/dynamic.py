"""`import('x')` and `require('x')` with a literal, and what is taken out of them.

const { a: b } = await import('x')              a, as the local b
const mod = await import('x')                   *, as the local mod
import('x').then(m => m.a)                      a, with a site of its own
dynamic(() => import('x').then(m => m.Chart))   Chart, a site that goes where the wrapper's result goes
lazy(() => import('x'))                         default, likewise
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, ImportForm, Problem, SiteKind
from boundary_lsp.syntax.drafts.tables import Going, ImportDraft, NameDraft
from boundary_lsp.syntax.typescript.callbacks import callback_takes
from boundary_lsp.syntax.typescript.climbing import climb
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.flows import callee_of, going_of
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, WRAPPERS, field, first, inner
from boundary_lsp.syntax.typescript.imports import add_import
from boundary_lsp.syntax.typescript.locals import bind_variable, elements_of, taken
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.scopes import Scope, variable_scope
from boundary_lsp.syntax.typescript.sites import record
from boundary_lsp.syntax.typescript.text import string_value

_CALL = re.compile(rb"(?:\.(?:defer|source))?\s*(?:/\*(?:[^*]|\*(?!/))*\*/\s*)*\(")
_LOADERS = frozenset(
    {
        ("next/dynamic", "default"),
        ("react", "lazy"),
        ("preact/compat", "lazy"),
        ("@loadable/component", "default"),
    }
)
"""Wrappers that render the default export of what they are given."""
_TYPES = frozenset({"type_annotation", "type_query", "type_arguments", "type_alias_declaration"})


class Taken(NamedTuple):
    """One name out of a module: where it is spelled, and the local it goes into."""

    imported: str
    token: Node
    local: Node | None = None
    scope: Scope | None = None
    into: Node | None = None
    """The token of the exported declaration that it goes into instead of a local."""


def add_dynamic_imports(draft: Draft) -> None:
    for at, word in _keywords(draft.source, draft.uses_start):
        keyword = draft.root.named_descendant_for_byte_range(at, at + len(word))
        call = keyword.parent if keyword is not None and keyword.type in ("import", "identifier") else None
        if call is not None and call.type == "call_expression" and call.start_byte == at:
            _add_call(draft, call, ImportForm.DYNAMIC if word == b"import" else ImportForm.REQUIRE)


def _keywords(source: bytes, start: int) -> list[tuple[int, bytes]]:
    """Where a call of `import` or `require` may stand, in order."""
    found = []
    for word in (b"import", b"require"):
        at = source.find(word, start)
        while at >= 0:
            end = at + len(word)
            if _CALL.match(source, end) is not None:
                found.append((at, word))
            at = source.find(word, end)
    return sorted(found)


def _add_call(draft: Draft, call: Node, form: ImportForm) -> None:
    arguments = field(call, "arguments")
    literals = [c for c in arguments.named_children if c.type != "comment"] if arguments is not None else []
    specifier = string_value(draft.source, literals[0]) if literals else None
    if specifier is None and literals:
        draft.problems.append(Problem("computed-import", call.start_byte, call.end_byte))
    if specifier is None or (not draft.deep.cover(call.start_byte) and _is_type(call)):
        return
    taken_names: list[Taken] = [Taken("*", literals[0])]
    tail: Node | None = None
    if not draft.deep.cover(call.start_byte):
        taken_names, tail = _what_is_taken(draft, call, literals[0])
    taken_names = taken_names or [Taken("*", literals[0])]
    entry = ImportDraft(
        specifier,
        form,
        False,
        literals[0].start_byte,
        literals[0].end_byte,
        draft.declaration_at(call.start_byte),
        [_name(draft, name) for name in taken_names],
    )
    scope = next((name.scope for name in taken_names if name.scope is not None), None)
    add_import(draft, entry, (scope.start, scope.end) if scope is not None else (0, draft.size))
    for name, found in zip(entry.names, taken_names, strict=True):
        name.used = True
        if found.local is not None:
            _settle(draft, found.local, name.binding)
        elif found.into is not None:
            alias = Going(Flow(FlowKind.ALIAS, draft.definitions.get(found.into.start_byte, -1)))
            record(draft, name.binding, SiteKind.PASS, name.start, name.end, "", alias)
        elif tail is not None:
            _add_site(draft, name, found.token, tail)


def _name(draft: Draft, name: Taken) -> NameDraft:
    local = draft.text(name.local) if name.local is not None else ""
    return NameDraft(name.imported, local, False, name.token.start_byte, name.token.end_byte)


def _settle(draft: Draft, local: Node, binding: int) -> None:
    """The local's uses are the import's; a top-level `const x = require('x')` gives up its own binding."""
    known = draft.definitions.get(local.start_byte)
    draft.definitions[local.start_byte] = binding
    if known is None:
        return
    name = draft.text(local)
    draft.module_names[name] = binding
    same_name = draft.by_name[name.encode()]
    for tracked in [t for t in same_name if t.binding == known]:
        same_name.remove(tracked)
        draft.queue.remove(tracked)


def _add_site(draft: Draft, name: NameDraft, token: Node, tail: Node) -> None:
    """The use of a name that never gets a local: where the expression goes that it is taken out of."""
    parent = tail.parent
    if parent is None:
        return
    use = climb(Use(draft), tail, parent)
    if use.place is Place.VARIABLE:
        bind_variable(draft, use.node)
    kind, going = going_of(draft, use)
    record(draft, name.binding, kind, token.start_byte, token.end_byte, use.member, going)


def _is_type(call: Node) -> bool:
    """`typeof import('x')`, `import('x').Type`: erased."""
    child, parent = call, call.parent
    while parent is not None and parent.type == "member_expression":
        child, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type in ("as_expression", "satisfies_expression"):
        return child.start_byte != parent.start_byte
    return parent.type in _TYPES or parent.type.endswith("_type")


def _what_is_taken(draft: Draft, call: Node, literal: Node) -> tuple[list[Taken], Node | None]:
    """The names, and the expression whose value they are (None where locals take over)."""
    node = _outside(call)
    parent = node.parent
    if parent is not None and parent.type == "member_expression" and node.start_byte == parent.start_byte:
        token = field(parent, "property")
        if token is not None and draft.text(token) == "then":
            return _taken_by_callback(draft, parent, literal)
        if token is not None and draft.text(token) not in ("catch", "finally"):
            return [Taken(draft.text(token), token)], _through_loader(draft, parent)[0]
    pattern = _pattern_around(draft, node)
    if pattern is not None:
        return _taken_by_pattern(draft, *pattern, literal), None
    tail, loaded = _through_loader(draft, node)
    return [Taken("default" if loaded else "*", literal)], tail


def _taken_by_callback(draft: Draft, member: Node, literal: Node) -> tuple[list[Taken], Node | None]:
    then = member.parent
    arguments = field(then, "arguments") if then is not None else None
    callback = first(arguments) if arguments is not None else None
    if then is None or callback is None:
        return [Taken("*", literal)], member
    if callback.type not in FUNCTIONS:
        return [Taken("*", literal)], callback
    whole, names, plain = callback_takes(draft, callback)
    scope = Scope(callback.start_byte, callback.end_byte, "value")
    if plain is not None:
        return [Taken(*plain)], _through_loader(draft, _outside(then))[0]
    if whole is not None:
        return [Taken("*", literal, whole, scope)], None
    return [Taken(name, token, local, scope) for token, name, local in names], None


def _taken_by_pattern(draft: Draft, pattern: Node, scope: Scope | None, exported: bool, literal: Node) -> list[Taken]:
    names = [(literal, "*", pattern)] if pattern.type == "identifier" else taken(draft, pattern)
    if exported:
        return [Taken(name, token, into=local) for token, name, local in names]
    return [Taken(name, token, local, scope) for token, name, local in names]


def _outside(node: Node) -> Node:
    """The expression with `await`, casts and parentheses around it."""
    while (parent := node.parent) is not None and (parent.type in WRAPPERS or parent.type == "await_expression"):
        inside = inner(parent)
        if inside is None or inside.start_byte != node.start_byte:
            break
        node = parent
    return node


def _pattern_around(draft: Draft, node: Node) -> tuple[Node, Scope | None, bool] | None:
    """The pattern or name that a module goes into, also out of `await Promise.all([…])`.

    With its scope (None at top level), and whether it is an exported declaration.
    """
    pattern, declarator = _declared_pattern(draft, node)
    if pattern is None or declarator is None or pattern.type not in ("identifier", "object_pattern"):
        return None
    scope = variable_scope(declarator)
    if isinstance(scope, Scope):
        return pattern, scope, False
    statement = declarator.parent
    exported = statement is not None and statement.parent is not None and statement.parent.type == "export_statement"
    return pattern, None, exported


def _declared_pattern(draft: Draft, node: Node, depth: int = 0) -> tuple[Node | None, Node | None]:
    parent = node.parent
    if parent is None or depth > 4:
        return None, None
    if parent.type == "variable_declarator":
        return field(parent, "name"), parent
    call = parent.parent.parent if parent.type == "array" and parent.parent is not None else None
    if call is None or call.type != "call_expression" or callee_of(draft, call)[0] != "Promise.all":
        return None, None
    pattern, declarator = _declared_pattern(draft, _outside(call), depth + 1)
    if pattern is None or pattern.type != "array_pattern":
        return None, None
    index = sum(1 for child in parent.children if child.type == "," and child.start_byte < node.start_byte)
    elements = elements_of(pattern)
    return (elements[index] if index < len(elements) else None), declarator


def _through_loader(draft: Draft, node: Node) -> tuple[Node, bool]:
    """Out of `dynamic(() => node)` to the wrapper's own call, and whether there was one."""
    parent = node.parent
    function = parent if parent is not None and parent.type == "arrow_function" else None
    if parent is not None and parent.type == "return_statement" and parent.parent is not None:
        function = parent.parent.parent
    given = function if function is not None and function.type in FUNCTIONS else node
    arguments = given.parent
    call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
    if call is None or call.type != "call_expression" or not _is_loader(draft, call):
        return node, False
    return call, True


def _is_loader(draft: Draft, call: Node) -> bool:
    _, root, member = callee_of(draft, call)
    binding = draft.module_names.get(root.decode("utf-8", "replace"), -1)
    if binding < 0 or draft.bindings[binding].kind is not BindingKind.IMPORT:
        return False
    fact = draft.bindings[binding]
    name = member if member and fact.name in ("default", "*") else fact.name
    return (draft.imports[fact.owner].specifier, name) in _LOADERS
