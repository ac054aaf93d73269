"""What names stand for: the module's bindings, and locals as what they are given."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    EitherValue,
    GlobalValue,
    ItemValue,
    NameValue,
    TypedValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.python.grammar import field, starts
from boundary_lsp.syntax.python.values.reader import Reader
from boundary_lsp.syntax.python.words import Word

_MOST = 8
"""Assignments of one local name that are read."""
_PARAMETERS = frozenset({"typed_parameter", "typed_default_parameter"})


def name_value(reader: Reader, name: str, token: Node | None = None) -> ValueExpression:
    """At a token that spells it; without one, the module's own."""
    declared = reader.module.local_declarations(token) if token is not None else []
    if declared and token is not None:
        return _local(reader, name, declared, token)
    binding = reader.module.names.get(name)
    return NameValue(binding) if binding is not None else GlobalValue(name)


def _local(reader: Reader, name: str, declared: list[Word], token: Node) -> ValueExpression:
    """One of all that it is given; a name that is given something made of itself is not known."""
    key = declared[0].token.start_byte
    if key in reader.pending:
        return UnknownValue("refers to itself")
    if len(declared) > _MOST:
        return UnknownValue("a local that is given many values")
    reader.pending.add(key)
    options = list(dict.fromkeys(_given(reader, name, word, token) for word in declared))
    reader.pending.discard(key)
    return options[0] if len(options) == 1 else EitherValue(tuple(options))


def _given(reader: Reader, name: str, word: Word, token: Node) -> ValueExpression:
    holder = word.parent
    if holder.type in _PARAMETERS:
        annotation = reader.annotation(field(holder, "type"))
        return TypedValue(annotation) if annotation is not None else UnknownValue("a parameter")
    if holder.type in ("parameters", "default_parameter", "lambda_parameters"):
        return UnknownValue("a parameter")
    if holder.type in ("assignment", "named_expression"):
        return _assigned(reader, holder)
    if holder.type in ("for_statement", "for_in_clause") and starts(field(holder, "left"), word.token):
        return ItemValue(reader.value(field(holder, "right")))
    if holder.type in ("dotted_name", "aliased_import"):
        return _imported(reader, name, token)
    return UnknownValue("a local")


def _assigned(reader: Reader, holder: Node) -> ValueExpression:
    annotation = reader.annotation(field(holder, "type")) if holder.type == "assignment" else None
    right = field(holder, "right") or field(holder, "value")
    value = reader.value(right) if right is not None else None
    if annotation is not None:
        return TypedValue(annotation, (), value)
    return value if value is not None else UnknownValue("a variable without a value")


def _imported(reader: Reader, name: str, token: Node) -> ValueExpression:
    """By an import in the function."""
    starts_of = reader.module.spans.declarations[::2]
    before = [index for index, start in enumerate(starts_of) if index and start <= token.start_byte]
    declaration = max(before, key=lambda index: starts_of[index], default=0)
    binding = reader.module.lazy.get((declaration, name))
    return NameValue(binding) if binding is not None else UnknownValue("an import")
