"""What a local name stands for, told from the place where it is declared."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    ArrayValue,
    ClassValue,
    ItemValue,
    KeywordValue,
    LiteralValue,
    MemberValue,
    NameValue,
    Property,
    RestValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.drafts.reading import MISSING
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.locals import elements_of
from boundary_lsp.syntax.typescript.values.assigned import assigned_value, is_reassigned_kind, widened
from boundary_lsp.syntax.typescript.values.context import given_to
from boundary_lsp.syntax.typescript.values.functions import function_value
from boundary_lsp.syntax.typescript.values.operators import falling_back
from boundary_lsp.syntax.typescript.values.reader import Reader

Origin = Callable[[Reader, Node, Node], ValueExpression]


def origin(reader: Reader, node: Node) -> ValueExpression:
    """Of a name's token, or of a pattern, both as they are declared."""
    imported = reader.module.dynamic.get(node.start_byte)
    if imported is not None and node.type.endswith(("identifier", "identifier_pattern")):
        return NameValue(imported)
    parent = node.parent
    rule = _ORIGINS.get(parent.type) if parent is not None else None
    return rule(reader, node, parent) if rule is not None and parent is not None else UnknownValue("a local name")


def _variable(reader: Reader, node: Node, declarator: Node) -> ValueExpression:
    annotation, value = field(declarator, "type"), field(declarator, "value")
    reassigned = is_reassigned_kind(declarator)
    if annotation is not None and annotation.type == "type_annotation":
        seen = value is not None and not reassigned
        return reader.typed(annotation, reader.value(value) if seen else None)
    if reassigned:
        return assigned_value(reader, node, value)
    return reader.value(value)


def _member(reader: Reader, node: Node, pattern: Node) -> ValueExpression:
    """`{ name }`, and the name in `{ name = 1 }`."""
    return MemberValue(reader.local(pattern), reader.module.text(node))


def _default(reader: Reader, node: Node, assignment: Node) -> ValueExpression:
    """`name = 1` inside of a pattern."""
    value, pattern = field(assignment, "right"), assignment.parent
    if assignment.type == "object_assignment_pattern":
        found = _member(reader, node, pattern) if pattern is not None else MISSING
    else:
        found = reader.local(assignment)
    return falling_back(found, widened(reader.value(value)))


def _pair(reader: Reader, _node: Node, pair: Node) -> ValueExpression:
    key, pattern = field(pair, "key"), pair.parent
    if key is None or pattern is None:
        return MISSING
    imported = reader.module.dynamic.get(key.start_byte)
    if imported is not None:
        return NameValue(imported)
    name = reader.module.key(key)
    return MemberValue(reader.local(pattern), name) if name != "*" else ItemValue(reader.local(pattern))


def _element(reader: Reader, node: Node, pattern: Node) -> ValueExpression:
    starts = [element.start_byte if element is not None else -1 for element in elements_of(pattern)]
    return ItemValue(reader.local(pattern), starts.index(node.start_byte) if node.start_byte in starts else -1)


def _rest(reader: Reader, _node: Node, rest: Node) -> ValueExpression:
    pattern = rest.parent
    if pattern is not None and pattern.type == "object_pattern":
        return RestValue(reader.local(pattern), _taken(reader, pattern))
    if pattern is not None and pattern.type == "array_pattern":
        return ArrayValue((Property("...", reader.local(pattern)),))
    return reader.local(rest)


def _taken(reader: Reader, pattern: Node) -> tuple[str, ...]:
    names = []
    for child in pattern.named_children:
        if child.type == "pair_pattern":
            names.append(reader.module.key(field(child, "key")))
        elif child.type == "object_assignment_pattern":
            left = first(child)
            names.append(reader.module.text(left) if left is not None else "*")
        elif child.type == "shorthand_property_identifier_pattern":
            names.append(reader.module.text(child))
    return tuple(name for name in names if name != "*")


def _parameter(reader: Reader, node: Node, parameter: Node) -> ValueExpression:
    annotation, default = field(parameter, "type"), field(parameter, "value")
    if annotation is not None:
        return reader.typed(annotation, optional=parameter.type == "optional_parameter")
    if default is None:
        return given_to(reader, node, parameter)
    value = reader.value(default)
    if isinstance(value, LiteralValue):
        return widened(value)
    return falling_back(given_to(reader, node, parameter), value)


def _caught(_reader: Reader, _node: Node, _parent: Node) -> ValueExpression:
    return UnknownValue("a caught error")


def _loop(reader: Reader, _node: Node, loop: Node) -> ValueExpression:
    operator, right = field(loop, "operator"), field(loop, "right")
    if operator is not None and operator.type == "in":
        return KeywordValue("string")
    if any(child.type == "await" for child in loop.children):
        return UnknownValue("for await")
    return ItemValue(reader.value(right))


def _function(reader: Reader, _node: Node, function: Node) -> ValueExpression:
    return function_value(reader, function)


def _class(reader: Reader, node: Node, _class: Node) -> ValueExpression:
    return ClassValue(reader.module.text(node))


_ORIGINS: dict[str, Origin] = {
    "variable_declarator": _variable,
    "object_pattern": _member,
    "object_assignment_pattern": _default,
    "assignment_pattern": _default,
    "pair_pattern": _pair,
    "array_pattern": _element,
    "rest_pattern": _rest,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "arrow_function": given_to,
    "catch_clause": _caught,
    "for_in_statement": _loop,
    "function_declaration": _function,
    "generator_function_declaration": _function,
    "function_expression": _function,
    "generator_function": _function,
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "class": _class,
}
"""By the type of the declared node's parent."""
