"""What an inline function takes with it: names of enclosing functions, as member paths.

As Next hoists them: `user.id` is captured as such, `cfg.method()` captures `cfg`, `list[i]` captures
`list`, and a captured `cfg` absorbs `cfg.a`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field
from boundary_lsp.syntax.typescript.scopes import Scope, declared_in, role_of
from boundary_lsp.syntax.typescript.words import Words

_TYPES = frozenset({"type_annotation", "type_arguments", "type_parameters", "type_query"})
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_NAMES = frozenset({"identifier", "shorthand_property_identifier"})


class Text(Protocol):
    """A module as far as it is needed here: its text, its tree, and a place to remember scopes."""

    source: bytes
    root: Node
    words: Words
    captures: dict[tuple[int, bytes], list[Scope]]
    """Scopes of a name's declarations inside an outermost function, by its start."""

    def text(self, node: Node) -> str: ...


def captures_of(module: Text, function: Node) -> tuple[str, ...]:
    return _merged([path for _, path in captured_uses(module, function)])


def captured_uses(module: Text, function: Node) -> Iterator[tuple[Node, str]]:
    """The expressions in a function that name something of the functions around it, in order, with their paths."""
    outermost = _outermost(function)
    if outermost is None:
        return
    for token in _references(function):
        name = module.source[token.start_byte : token.end_byte]
        if _is_captured(_scopes_of(module, name, outermost), token, function):
            used = _widest(token)
            yield used, "".join(module.text(used).split()).replace("?.", ".")


def _outermost(function: Node) -> Node | None:
    found = None
    parent = function.parent
    while parent is not None:
        if parent.type in FUNCTIONS:
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


def _scopes_of(module: Text, name: bytes, outermost: Node) -> list[Scope]:
    """The scopes, inside the outermost function, of all declarations of a name."""
    known = module.captures.get((outermost.start_byte, name))
    if known is not None:
        return known
    declared = declared_in(module.root, module.words, name, outermost.start_byte, outermost.end_byte)
    found = module.captures[outermost.start_byte, name] = [scope for scope, _ in declared if scope.space != "type"]
    return found


def _is_captured(scopes: list[Scope], token: Node, function: Node) -> bool:
    around = [scope for scope in scopes if scope.start <= token.start_byte < scope.end]
    if not around:
        return False
    nearest = min(around, key=lambda scope: scope.end - scope.start)
    return nearest.start < function.start_byte or nearest.end > function.end_byte


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
