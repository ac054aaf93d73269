"""Expressions as value expressions, one rule for each kind of node."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    AwaitValue,
    CallValue,
    ClassValue,
    ElementValue,
    GlobalValue,
    ItemValue,
    KeywordValue,
    LiteralValue,
    MemberValue,
    NameValue,
    NewValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.typescript.grammar import field, first, inner
from boundary_lsp.syntax.typescript.text import cook, string_value
from boundary_lsp.syntax.typescript.values.functions import function_value
from boundary_lsp.syntax.typescript.values.numbers import number_of
from boundary_lsp.syntax.typescript.values.objects import array_value, object_value
from boundary_lsp.syntax.typescript.values.operators import assignment, augmented, binary, ternary, unary
from boundary_lsp.syntax.typescript.values.reader import Reader, ValueRule
from boundary_lsp.syntax.typescript.values.type_names import type_arguments

_NUMBERS = frozenset({"NaN", "Infinity"})
_ELEMENT = ElementValue()


def name_value(reader: Reader, node: Node) -> ValueExpression:
    """What a local stands for; a name of the module; a global."""
    declared = reader.module.declaration_of(node, is_type=False)
    if declared is not None:
        return reader.local(declared)
    name = reader.module.text(node)
    binding = reader.module.names.get(name, -1)
    if binding >= 0:
        return NameValue(binding)
    if name == "undefined":
        return KeywordValue("undefined")
    return KeywordValue("number") if name in _NUMBERS else GlobalValue(name)


def _string(reader: Reader, node: Node) -> ValueExpression:
    return LiteralValue(cook(reader.module.source[node.start_byte : node.end_byte]))


def _template(reader: Reader, node: Node) -> ValueExpression:
    text = string_value(reader.module.source, node)
    return LiteralValue(text) if text is not None else KeywordValue("string")


def _number(reader: Reader, node: Node) -> ValueExpression:
    text = reader.module.text(node)
    value = number_of(text)
    return LiteralValue(value) if value is not None else KeywordValue("bigint" if text.endswith("n") else "number")


def _boolean(_reader: Reader, node: Node) -> ValueExpression:
    return LiteralValue(node.type == "true")


def _keyword(_reader: Reader, node: Node) -> ValueExpression:
    return KeywordValue(node.type)


def _regex(_reader: Reader, _node: Node) -> ValueExpression:
    return NewValue(GlobalValue("RegExp"))


def _inside(reader: Reader, node: Node) -> ValueExpression:
    return reader.value(inner(node))


def _cast(reader: Reader, node: Node) -> ValueExpression:
    """`e as T`, `<T>e`; `as const` says nothing that is not seen."""
    children = [child for child in node.named_children if child.type != "comment"]
    if len(children) < 2:
        return reader.value(children[0] if children else None)
    expression, annotation = children[0], children[1]
    if node.type == "type_assertion":
        expression, annotation = annotation, expression
        annotation = first(annotation) or annotation
    if reader.module.text(annotation) == "const":
        return reader.value(expression)
    return reader.typed(annotation, reader.value(expression))


def _await(reader: Reader, node: Node) -> ValueExpression:
    return AwaitValue(reader.value(first(node)))


def _member(reader: Reader, node: Node) -> ValueExpression:
    owner, name = field(node, "object"), field(node, "property")
    if owner is None or name is None or name.type == "private_property_identifier":
        return UnknownValue("a private member")
    return MemberValue(reader.value(owner), reader.module.text(name))


def _subscript(reader: Reader, node: Node) -> ValueExpression:
    owner, index = field(node, "object"), field(node, "index")
    key = string_value(reader.module.source, index) if index is not None else None
    if key is not None:
        return MemberValue(reader.value(owner), key)
    number = number_of(reader.module.text(index)) if index is not None and index.type == "number" else None
    return ItemValue(reader.value(owner), number if isinstance(number, int) and 0 <= number < 2**31 else -1)


def _call(reader: Reader, node: Node) -> ValueExpression:
    callee = field(node, "function")
    if callee is not None and callee.type == "import":
        return CallValue(GlobalValue("import"), _arguments(reader, node))
    return CallValue(reader.value(callee), _arguments(reader, node), type_arguments(reader, node))


def _new(reader: Reader, node: Node) -> ValueExpression:
    callee = field(node, "constructor")
    return NewValue(reader.value(callee), _arguments(reader, node), type_arguments(reader, node))


def _arguments(reader: Reader, node: Node) -> tuple[ValueExpression, ...]:
    """Of a tagged template: none; from a spread on they are not known."""
    found = field(node, "arguments")
    if found is None or found.type != "arguments":
        return ()
    return tuple(reader.value(child) for child in found.named_children if child.type != "comment")


def _spread(_reader: Reader, _node: Node) -> ValueExpression:
    return UnknownValue("a spread argument")


def _sequence(reader: Reader, node: Node) -> ValueExpression:
    children = [child for child in node.named_children if child.type != "comment"]
    return reader.value(children[-1] if children else None)


def _element(_reader: Reader, _node: Node) -> ValueExpression:
    return _ELEMENT


def _class(reader: Reader, node: Node) -> ValueExpression:
    name = field(node, "name")
    return ClassValue(reader.module.text(name) if name is not None else "")


VALUES: dict[str, ValueRule] = {
    "identifier": name_value,
    "shorthand_property_identifier": name_value,
    "string": _string,
    "template_string": _template,
    "number": _number,
    "true": _boolean,
    "false": _boolean,
    "null": _keyword,
    "undefined": _keyword,
    "regex": _regex,
    "parenthesized_expression": _inside,
    "non_null_expression": _inside,
    "satisfies_expression": _inside,
    "instantiation_expression": _inside,
    "as_expression": _cast,
    "type_assertion": _cast,
    "await_expression": _await,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "call_expression": _call,
    "new_expression": _new,
    "spread_element": _spread,
    "sequence_expression": _sequence,
    "object": object_value,
    "array": array_value,
    "arrow_function": function_value,
    "function_expression": function_value,
    "generator_function": function_value,
    "jsx_element": _element,
    "jsx_self_closing_element": _element,
    "jsx_fragment": _element,
    "class": _class,
    "binary_expression": binary,
    "unary_expression": unary,
    "update_expression": unary,
    "ternary_expression": ternary,
    "assignment_expression": assignment,
    "augmented_assignment_expression": augmented,
}
