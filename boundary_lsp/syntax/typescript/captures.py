"""What an inline function takes with it: names of enclosing functions, as member paths.

As Next hoists them: `user.id` is captured as such, `cfg.method()` captures `cfg`, `list[i]` captures
`list`, and a captured `cfg` absorbs `cfg.a`. What it overlooks (see `hoisting`) is not captured.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field
from boundary_lsp.syntax.typescript.hoisting import is_overlooked
from boundary_lsp.syntax.typescript.scopes import Scope, declared_in, role_of
from boundary_lsp.syntax.typescript.words import Words

_TYPES = frozenset({"type_annotation", "type_arguments", "type_parameters", "type_query"})
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_NAMES = frozenset({"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"})
_SCOPES = FUNCTIONS | {
    "statement_block",
    "switch_body",
    "class_static_block",
    "for_statement",
    "for_in_statement",
    "catch_clause",
    "class",
}

Declared = list[tuple[Scope, Node]]
"""The tokens that declare one name, each with the part of the module that it is declared for."""


class Text(Protocol):
    """A module as far as it is needed here: its text, its tree, and a place to remember declarations."""

    source: bytes
    root: Node
    words: Words
    captures: dict[tuple[int, bytes], Declared]
    """By the start of the outermost block around a function, and name."""

    def text(self, node: Node) -> str: ...


class OuterName(NamedTuple):
    """A token in a function that names something of the functions and blocks around it."""

    token: Node
    name: bytes
    declared: list[Node]
    """The tokens that declare it: several for `var n` twice, or a function with overloads."""


def captures_of(module: Text, function: Node) -> tuple[str, ...]:
    return _merged([path for _, path in captured_uses(module, function)])


def captured_uses(module: Text, function: Node) -> Iterator[tuple[Node, str]]:
    """The expressions in a function whose values it captures, in order, with their paths."""
    for outer in outer_names(module, function):
        if not is_overlooked(outer.token, outer.declared, function):
            used = _widest(outer.token)
            yield used, "".join(module.text(used).split()).replace("?.", ".")


def outer_names(module: Text, function: Node) -> Iterator[OuterName]:
    """In order; the module's own names, which need not be captured, are not among them."""
    outermost = _outermost(function)
    if outermost is None:
        return
    for token in _references(function):
        name = module.source[token.start_byte : token.end_byte]
        declared = _in_force(_declared(module, name, outermost), token, function)
        if declared:
            yield OuterName(token, name, declared)


def _outermost(function: Node) -> Node | None:
    found = None
    parent = function.parent
    while parent is not None:
        if parent.type in _SCOPES:
            found = parent
        parent = parent.parent
    return found


def _references(function: Node) -> Iterator[Node]:
    """Every token in the function that names a value, in order."""
    pending = [function]
    while pending:
        node = pending.pop()
        if node.type in _NAMES:
            parent = node.parent
            if parent is not None and role_of(node, parent) is None and not (parent.type in _TAGS and _is_host(node)):
                yield node
        elif node.type not in _TYPES:
            pending += reversed(node.named_children)


def _is_host(tag: Node) -> bool:
    return tag.text is not None and tag.text[:1].islower()


def _declared(module: Text, name: bytes, outermost: Node) -> Declared:
    """All declarations of a name as a value, inside the outermost block."""
    known = module.captures.get((outermost.start_byte, name))
    if known is not None:
        return known
    tokens = declared_in(module.root, module.words, name, outermost.start_byte, outermost.end_byte)
    found = module.captures[outermost.start_byte, name] = [(s, token) for s, token in tokens if s.space != "type"]
    return found


def _in_force(declared: Declared, token: Node, function: Node) -> list[Node]:
    """The declarations that a token means, where they are outside of the function."""
    around = [found for found in declared if found[0].start <= token.start_byte < found[0].end]
    if not around:
        return []
    size = min(scope.end - scope.start for scope, _ in around)
    nearest = [(scope, name) for scope, name in around if scope.end - scope.start == size]
    scope = nearest[0][0]
    is_outer = scope.start < function.start_byte or scope.end > function.end_byte
    return [name for _, name in nearest] if is_outer else []


def _widest(token: Node) -> Node:
    """The member expression that starts with a name, without a method that is called on it."""
    node = token
    while (parent := node.parent) is not None and parent.type == "member_expression":
        if parent.start_byte != node.start_byte or field(parent, "property") is None:
            break
        above = parent.parent
        if above is not None and above.type == "call_expression" and above.start_byte == parent.start_byte:
            break  # a method's receiver
        node = parent
    return node


def _merged(paths: list[str]) -> tuple[str, ...]:
    found = list(dict.fromkeys(paths))
    return tuple(p for p in found if not any(p.startswith(f"{other}.") for other in found))
