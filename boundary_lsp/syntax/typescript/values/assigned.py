"""Variables that are assigned again: `let rows; if (all) rows = await find()`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    KeywordValue,
    LiteralValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.operators import either
from boundary_lsp.syntax.typescript.values.reader import Reader

_MOST = 4
"""Of so many assignments all are told."""
_UNKNOWN = UnknownValue("a variable that is assigned again")
_WIDE = {bool: "boolean", int: "number", float: "number", str: "string"}
_ARITHMETIC = frozenset({"update_expression", "augmented_assignment_expression"})
_LOGICAL = frozenset({"??=", "||=", "&&="})
_PATTERNS = frozenset({"object_pattern", "array_pattern", "pair_pattern", "assignment_pattern", "rest_pattern"})


def is_reassigned_kind(declarator: Node) -> bool:
    """Declared by `let` or `var`."""
    declaration = declarator.parent
    return declaration is not None and (
        declaration.type == "variable_declaration" or any(child.type == "let" for child in declaration.children)
    )


def assigned_value(reader: Reader, name: Node, value: Node | None) -> ValueExpression:
    """What a `let` or `var` can hold: what it starts with and what it is assigned, or unknown."""
    initial = widened(reader.value(value)) if value is not None else KeywordValue("undefined")
    if name.type != "identifier":
        return initial
    assigned = _assigned(reader, name)
    if assigned is None or len(assigned) > _MOST:
        return _UNKNOWN
    return either(initial, *(widened(reader.value(node)) for node in assigned))


def widened(value: ValueExpression) -> ValueExpression:
    """`let count = 0` can hold any number."""
    return KeywordValue(_WIDE[type(value.value)]) if isinstance(value, LiteralValue) else value


def _assigned(reader: Reader, name: Node) -> list[Node] | None:
    """All that a variable is assigned; None where that cannot be seen."""
    module = reader.module
    word = module.source[name.start_byte : name.end_byte]
    scopes = [scope for scope, token in module.declarations_of(word, name.start_byte) if token == name]
    found: list[Node] = []
    for scope in scopes[:1]:
        for at in module.words.occurrences(word, scope.start, scope.end):
            token = module.root.descendant_for_byte_range(at, at + len(word))
            parent = token.parent if token is not None else None
            if token is None or parent is None or at == name.start_byte or parent.type == "variable_declarator":
                continue
            if not _is_target(token, parent) or module.declaration_of(token, is_type=False) != name:
                continue
            value = _new_value(parent)
            if value is None and parent.type not in _ARITHMETIC:
                return None
            found += [value] if value is not None else []
    return found


def _is_target(token: Node, parent: Node) -> bool:
    if parent.type in _PATTERNS:
        return True
    left = field(parent, "left") or (parent if parent.type == "update_expression" else None)
    return left is not None and left.start_byte == token.start_byte and parent.type != "binary_expression"


def _new_value(parent: Node) -> Node | None:
    """Arithmetic on a number gives a number, so that nothing new comes of it."""
    if parent.type == "assignment_expression":
        return field(parent, "right")
    if parent.type == "augmented_assignment_expression":
        operator = field(parent, "operator")
        return field(parent, "right") if operator is not None and operator.type in _LOGICAL else None
    return None
