"""What a name token does where it stands: declare, name something that is declared elsewhere, or neither.

A function's scope is its body: defaults, annotations and decorators are evaluated outside of it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import COMPREHENSIONS, PATTERNS, field, starts


class ScopeKind(Enum):
    MODULE = 0
    FUNCTION = 1
    """Or lambda, or comprehension: what is declared there is there only."""
    CLASS = 2
    """Names of a class's body are no names for its methods."""


class Scope(NamedTuple):
    start: int
    end: int
    kind: ScopeKind


class Neither(NamedTuple):
    """A key, an attribute, a part of a module's path."""


class Elsewhere(NamedTuple):
    """`global name`, `nonlocal name`: in this scope assignments do not declare it."""

    scope: Scope


Role = Scope | Neither | Elsewhere | None
"""None: a reference."""
NEITHER = Neither()


def role_of(token: Node, parent: Node) -> Role:
    rule = _ROLES.get(parent.type)
    return rule(token, parent) if rule is not None else None


def scope_around(node: Node) -> Scope:
    """The innermost one that a node stands in; comprehensions are passed over, as assignments in them do."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type in ("function_definition", "lambda", "class_definition"):
            body = field(parent, "body")
            if body is not None and starts(body, child):
                kind = ScopeKind.CLASS if parent.type == "class_definition" else ScopeKind.FUNCTION
                return Scope(body.start_byte, body.end_byte, kind)
        child, parent = parent, parent.parent
    return Scope(0, child.end_byte, ScopeKind.MODULE)


def function_around(node: Node) -> Node | None:
    """The innermost function in whose body a node stands."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type == "function_definition" and starts(field(parent, "body"), child):
            return parent
        child, parent = parent, parent.parent
    return None


def _named(token: Node, parent: Node) -> Role:
    return scope_around(parent) if starts(field(parent, "name"), token) else None


def _parameter(token: Node, parent: Node) -> Role:
    """Of the function around the list; a default value is none."""
    name = field(parent, "name")
    if name is not None and not starts(name, token):
        return None
    node: Node | None = parent
    while node is not None and node.type not in ("function_definition", "lambda"):
        node = node.parent
    body = field(node, "body") if node is not None else None
    return Scope(body.start_byte, body.end_byte, ScopeKind.FUNCTION) if body is not None else NEITHER


def _typed_parameter(token: Node, parent: Node) -> Role:
    return _parameter(token, parent) if token.start_byte == parent.start_byte else None


def _target(token: Node, parent: Node) -> Role:
    """A part of a pattern, where that is assigned to."""
    node, holder = token, parent
    while holder.type in PATTERNS:
        above = holder.parent
        if above is None:
            return None
        node, holder = holder, above
    if holder.type in ("parameters", "lambda_parameters", "typed_parameter"):
        return _parameter(token, holder)
    if node.type == "as_pattern_target":
        return scope_around(holder)
    if holder.type in PATTERNS or holder.type not in _TARGETS:
        return None
    return _TARGETS[holder.type](node, holder)


def _assigned(token: Node, parent: Node) -> Role:
    return scope_around(parent) if starts(field(parent, "left"), token) else None


def _comprehended(token: Node, parent: Node) -> Role:
    if not starts(field(parent, "left"), token):
        return None
    whole = parent.parent
    if whole is None or whole.type not in COMPREHENSIONS:
        return NEITHER
    return Scope(whole.start_byte, whole.end_byte, ScopeKind.FUNCTION)


def _imported(token: Node, parent: Node) -> Role:
    """`b` of `import a as b`; what is imported is no name of this module."""
    return scope_around(parent) if starts(field(parent, "alias"), token) else NEITHER


def _dotted(token: Node, parent: Node) -> Role:
    """In an import, or in a pattern: `case point:` declares, `case Point(x=0):` and `case Color.RED:` do not."""
    above = parent.parent
    if above is None:
        return NEITHER
    if above.type == "import_from_statement" and starts(field(above, "module_name"), parent):
        return NEITHER
    if above.type in ("import_statement", "import_from_statement"):
        return scope_around(above) if parent.start_byte == token.start_byte else NEITHER
    if above.type == "case_pattern" and len(parent.named_children) == 1:
        return scope_around(above)
    return None if above.type in ("case_pattern", "class_pattern") and starts_at(parent, token) else NEITHER


def starts_at(node: Node, token: Node) -> bool:
    return node.start_byte == token.start_byte


def _attribute(token: Node, parent: Node) -> Role:
    return None if starts(field(parent, "object"), token) else NEITHER


def _keyword(token: Node, parent: Node) -> Role:
    return None if starts(field(parent, "value"), token) else NEITHER


def _key_pattern(token: Node, parent: Node) -> Role:
    return NEITHER if starts_at(parent, token) else scope_around(parent)


def _elsewhere(_token: Node, parent: Node) -> Role:
    return Elsewhere(scope_around(parent))


def _here(_token: Node, parent: Node) -> Role:
    return scope_around(parent)


def _nowhere(_token: Node, _parent: Node) -> Role:
    return NEITHER


_TARGETS: dict[str, Callable[[Node, Node], Role]] = {
    "assignment": _assigned,
    "augmented_assignment": _assigned,
    "for_statement": _assigned,
    "for_in_clause": _comprehended,
}

_ROLES: dict[str, Callable[[Node, Node], Role]] = {
    **_TARGETS,
    **dict.fromkeys(PATTERNS, _target),
    "function_definition": _named,
    "class_definition": _named,
    "named_expression": _named,
    "parameters": _parameter,
    "lambda_parameters": _parameter,
    "default_parameter": _parameter,
    "typed_default_parameter": _parameter,
    "typed_parameter": _typed_parameter,
    "aliased_import": _imported,
    "dotted_name": _dotted,
    "relative_import": _nowhere,
    "attribute": _attribute,
    "keyword_argument": _keyword,
    "keyword_pattern": _key_pattern,
    "splat_pattern": _here,
    "global_statement": _elsewhere,
    "nonlocal_statement": _elsewhere,
}
