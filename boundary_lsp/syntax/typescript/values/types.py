"""Type syntax as type expressions, one rule for each kind of node."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.type_expressions import (
    ArrayType,
    FunctionType,
    IndexedType,
    IntersectionType,
    KeyofType,
    KeywordType,
    LiteralType,
    OperatorType,
    TupleItem,
    TupleType,
    TypeExpression,
    UnionType,
    UnknownType,
)
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.text import cook
from boundary_lsp.syntax.typescript.values.numbers import number_of
from boundary_lsp.syntax.typescript.values.object_types import object_type
from boundary_lsp.syntax.typescript.values.parameters import parameter_types
from boundary_lsp.syntax.typescript.values.reader import Reader, TypeRule
from boundary_lsp.syntax.typescript.values.type_names import generic_type, named_type, type_query


def _predefined(reader: Reader, node: Node) -> TypeExpression:
    return KeywordType(" ".join(reader.module.text(node).split()))


def _literal(reader: Reader, node: Node) -> TypeExpression:
    inside = first(node)
    if inside is None:
        return reader.unknown_type(node)
    if inside.type == "string":
        return LiteralType(cook(reader.module.source[inside.start_byte : inside.end_byte]))
    if inside.type in ("true", "false"):
        return LiteralType(inside.type == "true")
    if inside.type in ("null", "undefined"):
        return KeywordType(inside.type)
    number = number_of(reader.module.text(inside))
    if number is None:
        return KeywordType("bigint") if inside.end_byte == node.end_byte else reader.unknown_type(node)
    return LiteralType(number)


def _template(_reader: Reader, _node: Node) -> TypeExpression:
    return KeywordType("string")


def _inside(reader: Reader, node: Node) -> TypeExpression:
    return reader.type(first(node))


def _array(reader: Reader, node: Node) -> TypeExpression:
    return ArrayType(reader.type(first(node)))


def _tuple(reader: Reader, node: Node) -> TypeExpression:
    return TupleType(tuple(_item(reader, child) for child in node.named_children if child.type != "comment"))


def _item(reader: Reader, node: Node) -> TupleItem:
    if node.type in ("required_parameter", "optional_parameter"):
        name = field(node, "name") or field(node, "pattern")
        found = reader.annotation(field(node, "type")) or UnknownType()
        rest = name is not None and name.type == "rest_pattern"
        label = reader.module.text(name).removeprefix("...").strip() if name is not None else ""
        return TupleItem(found, optional=node.type == "optional_parameter", rest=rest, name=label)
    if node.type == "optional_type":
        return TupleItem(reader.type(first(node)), optional=True)
    if node.type == "rest_type":
        return TupleItem(reader.type(first(node)), rest=True)
    return TupleItem(reader.type(node))


def _operands(node: Node) -> list[Node]:
    """Of `A | B | C`, which is nested to the left."""
    found: list[Node] = []
    kind: str = node.type
    rest: Node | None = node
    while rest is not None and rest.type == kind:
        children = [child for child in rest.named_children if child.type != "comment"]
        found += reversed(children[1:])
        rest = children[0] if children else None
    if rest is not None:
        found.append(rest)
    return found[::-1]


def _union(reader: Reader, node: Node) -> TypeExpression:
    options = tuple(reader.type(operand) for operand in _operands(node))
    return options[0] if len(options) == 1 else UnionType(options)


def _intersection(reader: Reader, node: Node) -> TypeExpression:
    parts = tuple(reader.type(operand) for operand in _operands(node))
    return parts[0] if len(parts) == 1 else IntersectionType(parts)


def _function(reader: Reader, node: Node) -> TypeExpression:
    returns = field(node, "return_type") or field(node, "type")
    return FunctionType(parameter_types(reader, node), reader.annotation(returns))


def _keyof(reader: Reader, node: Node) -> TypeExpression:
    return KeyofType(reader.type(first(node)))


def _indexed(reader: Reader, node: Node) -> TypeExpression:
    children = [child for child in node.named_children if child.type != "comment"]
    if len(children) != 2:
        return reader.unknown_type(node)
    return IndexedType(reader.type(children[0]), reader.type(children[1]))


def _readonly(reader: Reader, node: Node) -> TypeExpression:
    """The grammar reads `readonly A[] | B` as `readonly (A[] | B)`."""
    inside = first(node)
    if inside is None or inside.type not in ("union_type", "intersection_type"):
        return OperatorType("readonly", reader.type(inside))
    head, *rest = _operands(inside)
    types = (OperatorType("readonly", reader.type(head)), *map(reader.type, rest))
    return UnionType(types) if inside.type == "union_type" else IntersectionType(types)


def _predicate(_reader: Reader, _node: Node) -> TypeExpression:
    return KeywordType("boolean")


def _asserts(_reader: Reader, _node: Node) -> TypeExpression:
    return KeywordType("void")


TYPES: dict[str, TypeRule] = {
    "predefined_type": _predefined,
    "literal_type": _literal,
    "template_literal_type": _template,
    "type_annotation": _inside,
    "parenthesized_type": _inside,
    "array_type": _array,
    "tuple_type": _tuple,
    "union_type": _union,
    "intersection_type": _intersection,
    "object_type": object_type,
    "interface_body": object_type,
    "function_type": _function,
    "constructor_type": _function,
    "type_query": type_query,
    "index_type_query": _keyof,
    "lookup_type": _indexed,
    "readonly_type": _readonly,
    "type_identifier": named_type,
    "nested_type_identifier": named_type,
    "identifier": named_type,
    "member_expression": named_type,
    "generic_type": generic_type,
    "type_predicate": _predicate,
    "type_predicate_annotation": _predicate,
    "asserts": _asserts,
    "asserts_annotation": _asserts,
}
