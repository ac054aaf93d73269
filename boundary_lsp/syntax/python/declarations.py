"""What a module declares: functions, classes, variables, type aliases.

Statements of the module run when it is loaded, so that what a variable is made of is used by the module itself; only
what stands in a function (`save = lambda: …`) belongs to the variable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Declaration, DeclarationKind, ValueKind
from boundary_lsp.syntax.python.draft import Decorated, Draft
from boundary_lsp.syntax.python.grammar import PATTERNS, field, is_async, unwrapped
from boundary_lsp.syntax.python.listed import read_listed
from boundary_lsp.syntax.python.scopes import Scope, ScopeKind, role_of

_WALRUS = re.compile(rb"([\w\x80-\xff]+)\s*:=")
_VALUES = {
    "lambda": ValueKind.FUNCTION,
    "call": ValueKind.CALL,
    "identifier": ValueKind.IDENTIFIER,
    "attribute": ValueKind.IDENTIFIER,
    "list": ValueKind.ARRAY,
    "tuple": ValueKind.ARRAY,
    "dictionary": ValueKind.OBJECT,
    **dict.fromkeys(("string", "concatenated_string", "integer", "float", "true", "false", "none"), ValueKind.LITERAL),
}


def add_definition(draft: Draft, node: Node) -> None:
    """With decorators."""
    inside = field(node, "definition")
    if inside is not None and inside.type == "function_definition":
        add_function(draft, inside, node)
    elif inside is not None and inside.type == "class_definition":
        add_class(draft, inside, node)


def add_function(draft: Draft, node: Node, extent: Node) -> None:
    fact = DeclarationKind.FUNCTION, ValueKind.FUNCTION, is_async(node)
    index = _add_named(draft, node, extent, *fact)
    if index:
        draft.functions[index] = node


def add_class(draft: Draft, node: Node, extent: Node) -> None:
    index = _add_named(draft, node, extent, DeclarationKind.CLASS, ValueKind.CLASS, is_async=False)
    if not index:
        return
    pending = [(node, draft.declarations[index].name)]
    while pending:
        outer, path = pending.pop()
        for inner, name in _members(draft, outer):
            if inner.type == "decorated_definition":
                draft.decorated.append(Decorated(inner, f"{path}.{name}", index))
            elif inner.type == "class_definition":
                pending.append((inner, f"{path}.{name}"))


def add_assignment(draft: Draft, node: Node, statement: Node) -> None:
    """`a = b = 1`, `a: int`, `a, b = 1, 2`, `__all__ += ["a"]`."""
    target: Node | None = node
    while target is not None and target.type in ("assignment", "augmented_assignment"):
        left, right = field(target, "left"), field(target, "right")
        if left is not None and draft.text(left) == "__all__":
            read_listed(draft, target)
        elif left is not None and target.type == "assignment":
            value = unwrapped(right) if right is not None else None
            add_targets(draft, left, value, statement)
        target = right


def add_alias(draft: Draft, node: Node) -> None:
    """`type Rows = list[Row]`."""
    left = field(node, "left")
    while left is not None and left.type != "identifier" and left.named_children:
        left = left.named_children[0]
    if left is not None and left.type == "identifier":
        _add(draft, left, Declaration(draft.text(left), DeclarationKind.TYPE, ValueKind.NONE, False), node)


def add_targets(draft: Draft, left: Node | None, value: Node | None = None, statement: Node | None = None) -> None:
    """The names of a pattern; a single name has a value of its own."""
    if left is None:
        return
    for token in names_in(left):
        whole = value if token == left else None
        kind = _VALUES.get(whole.type, ValueKind.OTHER) if whole is not None else ValueKind.OTHER
        kind = ValueKind.NONE if value is None and token == left else kind
        fact = Declaration(draft.text(token), DeclarationKind.VARIABLE, kind, False)
        holds_function = whole is not None and statement is not None and b"lambda" in (whole.text or b"")
        _add(draft, token, fact, statement if holds_function else None)


def add_walrus_names(draft: Draft) -> None:
    """`elif at := find():`, of the module itself."""
    for match in _WALRUS.finditer(draft.source):
        if draft.deep.cover(match.start()):
            continue
        token = draft.root.descendant_for_byte_range(*match.span(1))
        parent = token.parent if token is not None else None
        if token is not None and parent is not None and parent.type == "named_expression":
            scope = role_of(token, parent)
            if isinstance(scope, Scope) and scope.kind is ScopeKind.MODULE:
                add_targets(draft, token, field(parent, "value"))


def names_in(pattern: Node) -> Iterator[Node]:
    pending = [pattern]
    while pending:
        node = pending.pop()
        if node.type == "identifier" and not node.is_missing:
            yield node
        elif node.type in PATTERNS:
            pending += reversed(node.named_children)


def _members(draft: Draft, node: Node) -> Iterator[tuple[Node, str]]:
    body = field(node, "body")
    for child in body.named_children if body is not None else ():
        definition = field(child, "definition") if child.type == "decorated_definition" else child
        name = field(definition, "name") if definition is not None else None
        if name is not None and child.type in ("decorated_definition", "class_definition"):
            yield child, draft.text(name)


def _add_named(draft: Draft, node: Node, extent: Node, kind: DeclarationKind, value: ValueKind, is_async: bool) -> int:
    token = field(node, "name")
    if token is None or token.is_missing:
        return 0
    name = draft.text(token)
    index = _add(draft, token, Declaration(name, kind, value, is_async), extent)
    if index and extent.type == "decorated_definition":
        draft.decorated.append(Decorated(extent, name, index))
    return index


def _add(draft: Draft, token: Node, fact: Declaration, extent: Node | None) -> int:
    """Its number; 0 where the name is imported as well, which is the one that counts (`except ImportError: x = None`).
    A name that is declared again is what it was, unless it was only announced (`save: Callable`)."""
    known = draft.module_names.get(fact.name)
    if known is not None and draft.bindings[known].kind is not BindingKind.DECLARATION:
        return 0
    index = draft.bindings[known].owner if known is not None else len(draft.declarations)
    span = (token.start_byte, token.end_byte)
    if known is None:
        draft.declarations.append(fact)
        draft.declaration_spans.append(span)
        binding = draft.bind(BindingKind.DECLARATION, index, fact.name, fact.name)
        draft.binding_of.append(binding)
        draft.module_names[fact.name] = binding
        draft.track(fact.name.encode(), binding, (0, draft.size))
    elif draft.declarations[index].value is ValueKind.NONE:
        draft.declarations[index], draft.declaration_spans[index] = fact, span
    draft.definitions[token.start_byte] = draft.binding_of[index]
    if extent is not None:
        draft.range_starts.append(extent.start_byte)
        draft.ranges.append((extent.start_byte, extent.end_byte, index))
    return index
