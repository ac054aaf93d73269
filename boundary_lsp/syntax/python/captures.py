"""What a function with a directive takes with it: names of the functions around it."""

from __future__ import annotations

from typing import Protocol

from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import field
from boundary_lsp.syntax.python.scopes import Elsewhere, Scope, ScopeKind, function_around
from boundary_lsp.syntax.python.words import Word, Words


class Text(Protocol):
    words: Words

    def text(self, node: Node) -> str: ...


def captures_of(module: Text, function: Node) -> tuple[str, ...]:
    """In the order of their first use."""
    return tuple(name for name, _ in captured_uses(module, function))


def captured_uses(module: Text, function: Node) -> list[tuple[str, Node]]:
    """Each name, and the token of its first use in the function."""
    outermost, outer = None, function_around(function)
    while outer is not None:
        outermost, outer = outer, function_around(outer)
    body = field(function, "body")
    if outermost is None or body is None:
        return []
    found: list[tuple[str, Node]] = []
    for name in module.words.spelled(body.start_byte, body.end_byte):
        inside = module.words.tokens_within(name, body.start_byte, body.end_byte)
        references = [word.token for word in inside if word.role is None]
        token = _captured(references, module.words.declaring(name), body, outermost) if references else None
        if token is not None:
            found.append((module.text(token), token))
    return sorted(found, key=lambda item: item[1].start_byte)


def _captured(references: list[Node], declaring: list[Word], body: Node, outermost: Node) -> Node | None:
    """The first of them that means something of a function around the body."""
    elsewhere = {word.role.scope.start for word in declaring if isinstance(word.role, Elsewhere)}
    scopes = [word.role for word in declaring if isinstance(word.role, Scope) and word.role.kind is ScopeKind.FUNCTION]
    scopes = [scope for scope in scopes if scope.start not in elsewhere]
    for token in references:
        at = token.start_byte
        around = [scope for scope in scopes if scope.start <= at < scope.end]
        nearest = min(around, key=lambda scope: scope.end - scope.start, default=None)
        if nearest is not None and outermost.start_byte <= nearest.start < body.start_byte:
            return token
    return None
