"""What an inline function takes with it: names of enclosing functions, as member paths.

As Next hoists them: `user.id` is captured as such, `cfg.method()` captures `cfg`, `list[i]` captures
`list`, and a captured `cfg` absorbs `cfg.a`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field
from boundary_lsp.syntax.typescript.scopes import Scope, role_of

_TYPES = frozenset({"type_annotation", "type_arguments", "type_parameters", "type_query"})
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_NAMES = frozenset({"identifier", "shorthand_property_identifier"})


def captures_of(draft: Draft, function: Node) -> tuple[str, ...]:
    outermost = _outermost(function)
    if outermost is None:
        return ()
    paths: list[str] = []
    for token in _references(function):
        name = draft.source[token.start_byte : token.end_byte]
        if _is_captured(_scopes_of(draft, name, outermost), token, function):
            paths.append(_path(draft, token))
    return _merged(paths)


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


def _scopes_of(draft: Draft, name: bytes, outermost: Node) -> list[Scope]:
    """The scopes, inside the outermost function, of all declarations of a name."""
    known = draft.captures.get((outermost.start_byte, name))
    if known is not None:
        return known
    found = draft.captures[outermost.start_byte, name] = []
    for at in draft.words.occurrences(name, outermost.start_byte, outermost.end_byte):
        token = draft.root.descendant_for_byte_range(at, at + len(name))
        parent = token.parent if token is not None else None
        if token is None or parent is None or not token.type.endswith(("identifier", "identifier_pattern")):
            continue
        role = role_of(token, parent)
        if isinstance(role, Scope) and role.space != "type":
            found.append(role)
    return found


def _is_captured(scopes: list[Scope], token: Node, function: Node) -> bool:
    around = [scope for scope in scopes if scope.start <= token.start_byte < scope.end]
    if not around:
        return False
    nearest = min(around, key=lambda scope: scope.end - scope.start)
    return nearest.start < function.start_byte or nearest.end > function.end_byte


def _path(draft: Draft, token: Node) -> str:
    node = token
    while (parent := node.parent) is not None and parent.type == "member_expression":
        if parent.start_byte != node.start_byte or field(parent, "property") is None:
            break
        above = parent.parent
        if above is not None and above.type == "call_expression" and above.start_byte == parent.start_byte:
            break  # a method's receiver
        node = parent
    return "".join(draft.text(node).split()).replace("?.", ".")


def _merged(paths: list[str]) -> tuple[str, ...]:
    found = list(dict.fromkeys(paths))
    return tuple(p for p in found if not any(p.startswith(f"{other}.") for other in found))
