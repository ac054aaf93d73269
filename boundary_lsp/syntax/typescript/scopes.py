"""Which name tokens declare, and how far: only asked of tokens that spell a tracked name.

A token is one of three things: a *reference*, a *declaration* with a scope, or neither (an import
specifier, a label, a parameter name in a type).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, SIGNATURES, field, first
from boundary_lsp.syntax.typescript.words import Words


class Scope(NamedTuple):
    """Where a declared name is in force. `space` is `value`, `type` or `both`."""

    start: int
    end: int
    space: str


class Neither:
    """A token that spells the name and does not mean it."""


NEITHER = Neither()
Role = Scope | Neither | None

_BLOCKS = frozenset(
    {"statement_block", "program", "switch_body", "class_static_block", "for_statement", "for_in_statement"}
)
_DEFAULTS = frozenset({"assignment_pattern", "object_assignment_pattern"})
_PATTERNS = _DEFAULTS | {"object_pattern", "array_pattern", "rest_pattern", "pair_pattern"}
_CALLABLE = FUNCTIONS | SIGNATURES


def role_of(token: Node, parent: Node) -> Role:
    """None for a reference. The program's own scope counts as neither: that is the tracked name itself."""
    rule = ROLES.get(parent.type)
    return rule(token, parent) if rule is not None else None


def declared_in(root: Node, words: Words, name: bytes, start: int, end: int) -> Iterator[tuple[Scope, Node]]:
    """The tokens of a range that declare a name for a part of the module, with that part."""
    for at in words.occurrences(name, start, end):
        token = root.descendant_for_byte_range(at, at + len(name))
        parent = token.parent if token is not None else None
        if token is None or parent is None or not token.type.endswith(("identifier", "identifier_pattern")):
            continue
        role = role_of(token, parent)
        if isinstance(role, Scope):
            yield role, token


def block_around(node: Node) -> Node:
    """The block in which a `let`, `const`, `class` or function declaration is in force."""
    while (parent := node.parent) is not None:
        if parent.type in _BLOCKS:
            return parent
        node = parent
    return node


def function_around(node: Node) -> Node | None:
    """The nearest enclosing function or signature."""
    parent = node.parent
    while parent is not None and parent.type not in _CALLABLE:
        parent = parent.parent
    return parent


def variable_scope(declarator: Node) -> Role:
    """Of the names that a `variable_declarator` declares."""
    declaration = declarator.parent
    if declaration is not None and declaration.type == "variable_declaration":  # var
        around = function_around(declaration)
        return _scope(around, "value") if around is not None else NEITHER
    return _scope(block_around(declarator), "value")


def _scope(node: Node, space: str) -> Role:
    if node.type == "program":
        return NEITHER
    return Scope(node.start_byte, node.end_byte, space)


def _is(token: Node, parent: Node, name: str) -> bool:
    found = field(parent, name)
    return found is not None and found.start_byte == token.start_byte


def _variable(token: Node, parent: Node) -> Role:
    return variable_scope(parent) if token.start_byte == parent.start_byte else None


def _declared(space: str) -> Callable[[Node, Node], Role]:
    def rule(token: Node, parent: Node) -> Role:
        return _scope(block_around(parent), space) if _is(token, parent, "name") else None

    return rule


def _own(space: str) -> Callable[[Node, Node], Role]:
    """A named function or class expression sees its own name."""

    def rule(token: Node, parent: Node) -> Role:
        return _scope(parent, space) if _is(token, parent, "name") else None

    return rule


def _parameter(token: Node, parent: Node) -> Role:
    if _is(token, parent, "pattern"):
        around = function_around(parent)
        return _scope(around, "value") if around is not None else NEITHER
    return NEITHER if _is(token, parent, "name") else None


def _arrow(token: Node, parent: Node) -> Role:
    return _scope(parent, "value") if _is(token, parent, "parameter") else None


def _catch(token: Node, parent: Node) -> Role:
    return _scope(parent, "value") if _is(token, parent, "parameter") else None


def _for_in(token: Node, parent: Node) -> Role:
    if not _is(token, parent, "left") or field(parent, "kind") is None:
        return None
    return _scope(parent, "value")


def _pattern(token: Node, parent: Node) -> Role:
    """Inside destructuring: a declaration, unless it is a default value or the pattern is assigned to."""
    child: Node = token
    node: Node | None = parent
    while node is not None and node.type in _PATTERNS:
        if node.type in _DEFAULTS and child.start_byte != node.start_byte:
            return None
        if node.type == "pair_pattern" and child.end_byte != node.end_byte:
            return None
        child, node = node, node.parent
    if node is None:
        return None
    if node.type == "variable_declarator":
        return variable_scope(node)
    rule = {
        "required_parameter": _parameter,
        "optional_parameter": _parameter,
        "catch_clause": _catch,
        "for_in_statement": _for_in,
    }.get(node.type)
    return rule(child, node) if rule is not None else None


def _type_parameter(token: Node, parent: Node) -> Role:
    owner = parent.parent.parent if parent.parent is not None else None
    return _scope(owner, "type") if owner is not None and _is(token, parent, "name") else None


def _infer(token: Node, parent: Node) -> Role:
    if token.start_byte != parent.named_children[0].start_byte:
        return None
    node = parent
    while node.parent is not None and node.type != "conditional_type":
        node = node.parent
    return _scope(node, "type")


def _mapped(token: Node, parent: Node) -> Role:
    owner = parent.parent
    return _scope(owner, "type") if owner is not None and _is(token, parent, "name") else None


def _neither(_token: Node, _parent: Node) -> Role:
    return NEITHER


def _named_neither(token: Node, parent: Node) -> Role:
    return NEITHER if _is(token, parent, "name") else None


def _alias(token: Node, parent: Node) -> Role:
    """`import a = x.y` at top level declares `a`."""
    name = first(parent)
    return NEITHER if name is not None and name.start_byte == token.start_byte else None


ROLES: dict[str, Callable[[Node, Node], Role]] = {
    "variable_declarator": _variable,
    "function_declaration": _declared("value"),
    "generator_function_declaration": _declared("value"),
    "function_signature": _declared("value"),
    "class_declaration": _declared("both"),
    "abstract_class_declaration": _declared("both"),
    "enum_declaration": _declared("both"),
    "internal_module": _declared("both"),
    "module": _declared("both"),
    "interface_declaration": _declared("type"),
    "type_alias_declaration": _declared("type"),
    "function_expression": _own("value"),
    "generator_function": _own("value"),
    "class": _own("both"),
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "arrow_function": _arrow,
    "catch_clause": _catch,
    "for_in_statement": _for_in,
    **dict.fromkeys(_PATTERNS, _pattern),
    "type_parameter": _type_parameter,
    "infer_type": _infer,
    "mapped_type_clause": _mapped,
    "import_alias": _alias,
    "index_signature": _named_neither,
    "nested_type_identifier": _named_neither,
    "type_predicate": _named_neither,
    **dict.fromkeys(
        (
            "import_specifier",
            "import_clause",
            "namespace_import",
            "import_require_clause",
            "export_specifier",
            "namespace_export",
            "jsx_namespace_name",
            "jsx_closing_element",
            "meta_property",
        ),
        _neither,
    ),
}
"""By the type of a name token's parent: what `role_of` asks."""
