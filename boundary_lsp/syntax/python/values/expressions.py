"""Expressions. What is no literal of every language is what its constructor gives: `(1, 2)` is `tuple([1, 2])`."""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import NamedType
from boundary_lsp.model.value_expressions import (
    ArrayValue,
    AwaitValue,
    CallValue,
    EitherValue,
    GlobalValue,
    ItemValue,
    KeywordValue,
    LiteralValue,
    MemberValue,
    ObjectValue,
    Property,
    TypedValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.drafts.reading import MISSING
from boundary_lsp.syntax.python.grammar import SEQUENCES, field, first
from boundary_lsp.syntax.python.text import is_formatted, string_value
from boundary_lsp.syntax.python.values.functions import lambda_value
from boundary_lsp.syntax.python.values.origins import name_value
from boundary_lsp.syntax.python.values.reader import Reader, ValueRule

_LARGEST = 2**63


def of_type(name: str) -> ValueExpression:
    """Any value of a builtin type."""
    return TypedValue(NamedType((name,)))


def parts(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def _inner(reader: Reader, node: Node) -> ValueExpression:
    return reader.value(first(node))


def _string(reader: Reader, node: Node) -> ValueExpression:
    value = string_value(reader.module.source, node)
    if value is not None:
        return LiteralValue(value)
    return KeywordValue("string") if is_formatted(reader.module.source, node) else of_type("bytes")


def _joined(reader: Reader, node: Node) -> ValueExpression:
    value = string_value(reader.module.source, node)
    return LiteralValue(value) if value is not None else _string(reader, node.named_children[0])


def _integer(reader: Reader, node: Node) -> ValueExpression:
    text = reader.module.text(node).replace("_", "").lower()
    if text.endswith("j"):
        return of_type("complex")
    try:
        value = int(text, 0) if len(text) < 40 else _LARGEST
    except ValueError:  # `0777`, of Python 2
        return MISSING
    return LiteralValue(value) if value < _LARGEST else of_type("int")


def _float(reader: Reader, node: Node) -> ValueExpression:
    text = reader.module.text(node).replace("_", "").lower()
    try:
        return of_type("complex") if text.endswith("j") else LiteralValue(float(text))
    except ValueError:
        return MISSING


def _true(_reader: Reader, _node: Node) -> ValueExpression:
    return LiteralValue(True)


def _false(_reader: Reader, _node: Node) -> ValueExpression:
    return LiteralValue(False)


def _none(_reader: Reader, _node: Node) -> ValueExpression:
    return KeywordValue("null")


def _boolean(_reader: Reader, _node: Node) -> ValueExpression:
    return KeywordValue("boolean")


def _attribute(reader: Reader, node: Node) -> ValueExpression:
    name = field(node, "attribute")
    path = "".join(reader.module.text(node).split())
    if path in reader.module.names and not reader.module.local_declarations(_root(node)):
        return name_value(reader, path)
    return MemberValue(reader.value(field(node, "object")), reader.module.text(name)) if name is not None else MISSING


def _root(node: Node) -> Node:
    while (inside := field(node, "object")) is not None:
        node = inside
    return node


def _subscript(reader: Reader, node: Node) -> ValueExpression:
    subscript = field(node, "subscript")
    text = reader.module.text(subscript) if subscript is not None and subscript.type == "integer" else ""
    return ItemValue(reader.value(field(node, "value")), int(text) if text.isdecimal() and len(text) < 9 else -1)


def _call(reader: Reader, node: Node) -> ValueExpression:
    """Arguments by their places; those with a name are part of the call site only."""
    arguments = field(node, "arguments")
    given = parts(arguments) if arguments is not None and arguments.type == "argument_list" else []
    plain = [one for one in given if one.type not in ("keyword_argument", "list_splat", "dictionary_splat")]
    return CallValue(reader.value(field(node, "function")), tuple(reader.value(one) for one in plain))


def _await(reader: Reader, node: Node) -> ValueExpression:
    return AwaitValue(reader.value(first(node)))


def _items(reader: Reader, node: Node) -> ArrayValue:
    return ArrayValue(tuple(_item(reader, child) for child in parts(node)))


def _item(reader: Reader, node: Node) -> Property:
    spread = node.type == "list_splat"
    inside = (first(node) or node) if spread else node
    return Property("..." if spread else "", reader.value(inside), inside.start_byte, inside.end_byte)


def _sequence(reader: Reader, node: Node) -> ValueExpression:
    if node.type == "list":
        return _items(reader, node)
    return CallValue(GlobalValue("set" if node.type == "set" else "tuple"), (_items(reader, node),))


def _dictionary(reader: Reader, node: Node) -> ValueExpression:
    found = []
    for child in parts(node):
        value = first(child) if child.type == "dictionary_splat" else field(child, "value")
        key = field(child, "key")
        name = "" if key is None else string_value(reader.module.source, key)
        if value is not None:
            end = value.end_byte
            found.append(Property("*" if name is None else name, reader.value(value), value.start_byte, end))
    return ObjectValue(tuple(found))


def _comprehension(reader: Reader, node: Node) -> ValueExpression:
    body = field(node, "body")
    if node.type == "dictionary_comprehension":
        value = field(body, "value") if body is not None else None
        return ObjectValue((Property("*", reader.value(value)),))
    items = ArrayValue((Property("", reader.value(body)),))
    if node.type == "list_comprehension":
        return items
    return CallValue(GlobalValue("set" if node.type == "set_comprehension" else "iter"), (items,))


def _conditional(reader: Reader, node: Node) -> ValueExpression:
    chosen = parts(node)
    return EitherValue((reader.value(chosen[0]), reader.value(chosen[2]))) if len(chosen) == 3 else MISSING


def _either(reader: Reader, node: Node) -> ValueExpression:
    left, right = reader.value(field(node, "left")), reader.value(field(node, "right"))
    return EitherValue((left, right), falls_back=any(child.type == "or" for child in node.children))


def _operation(reader: Reader, node: Node) -> ValueExpression:
    """Of two literal numbers a number, of a string and anything a string; operators are methods of all else."""
    left, right = reader.value(field(node, "left")), reader.value(field(node, "right"))
    if left == KeywordValue("string") or (isinstance(left, LiteralValue) and isinstance(left.value, str)):
        return KeywordValue("string")
    is_number = [isinstance(one, LiteralValue) and isinstance(one.value, int | float) for one in (left, right)]
    return of_type("float") if all(is_number) else UnknownValue("an operator")


def _negative(reader: Reader, node: Node) -> ValueExpression:
    value = reader.value(field(node, "argument"))
    is_minus = any(child.type == "-" for child in node.children)
    if isinstance(value, LiteralValue) and isinstance(value.value, int | float) and is_minus:
        return LiteralValue(-value.value)
    return UnknownValue("an operator")


def _identifier(reader: Reader, node: Node) -> ValueExpression:
    return name_value(reader, reader.module.text(node), node)


def _assigned(reader: Reader, node: Node) -> ValueExpression:
    return reader.value(field(node, "value"))


VALUES: Mapping[str, ValueRule] = {
    "parenthesized_expression": _inner,
    "string": _string,
    "concatenated_string": _joined,
    "integer": _integer,
    "float": _float,
    "true": _true,
    "false": _false,
    "none": _none,
    "identifier": _identifier,
    "attribute": _attribute,
    "subscript": _subscript,
    "call": _call,
    "await": _await,
    **dict.fromkeys(SEQUENCES, _sequence),
    "dictionary": _dictionary,
    "list_comprehension": _comprehension,
    "set_comprehension": _comprehension,
    "dictionary_comprehension": _comprehension,
    "generator_expression": _comprehension,
    "conditional_expression": _conditional,
    "boolean_operator": _either,
    "comparison_operator": _boolean,
    "not_operator": _boolean,
    "binary_operator": _operation,
    "unary_operator": _negative,
    "named_expression": _assigned,
    "lambda": lambda_value,
}
