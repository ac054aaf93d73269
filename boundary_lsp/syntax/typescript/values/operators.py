"""What operators give: most of them a primitive, whatever their operands are."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import (
    EitherValue,
    KeywordValue,
    LiteralValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.numbers import number_of
from boundary_lsp.syntax.typescript.values.reader import Reader

_COMPARISONS = frozenset({"==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"})
_BOOLEAN = KeywordValue("boolean")
_UNARY = {
    "!": _BOOLEAN,
    "delete": _BOOLEAN,
    "typeof": KeywordValue("string"),
    "void": KeywordValue("undefined"),
}
_STRING_LIKE = frozenset({"string", "template_string"})
_SUM = EitherValue((KeywordValue("string"), KeywordValue("number")))


def unary(reader: Reader, node: Node) -> ValueExpression:
    number = number_of(reader.module.text(node))
    if number is not None:
        return LiteralValue(number)
    return _UNARY.get(_operator(node), KeywordValue("number"))


def binary(reader: Reader, node: Node) -> ValueExpression:
    operator, left, right = _operator(node), field(node, "left"), field(node, "right")
    if operator in ("??", "||"):
        return falling_back(reader.value(left), reader.value(right))
    if operator == "&&":
        return either(reader.value(right), _falsy(left))
    if operator in _COMPARISONS:
        return _BOOLEAN
    return _sum(node) if operator == "+" else KeywordValue("number")


def ternary(reader: Reader, node: Node) -> ValueExpression:
    return either(reader.value(field(node, "consequence")), reader.value(field(node, "alternative")))


def assignment(reader: Reader, node: Node) -> ValueExpression:
    return reader.value(field(node, "right"))


def augmented(reader: Reader, node: Node) -> ValueExpression:
    operator = _operator(node)
    if operator in ("??=", "||="):
        return falling_back(reader.value(field(node, "left")), reader.value(field(node, "right")))
    if operator == "&&=":
        return either(reader.value(field(node, "left")), reader.value(field(node, "right")))
    return _SUM if operator == "+=" else KeywordValue("number")


def either(*options: ValueExpression) -> ValueExpression:
    """One of several, each told once."""
    flat: dict[ValueExpression, None] = {}
    for option in options:
        if isinstance(option, EitherValue) and not option.falls_back:
            flat.update(dict.fromkeys(option.options))
        else:
            flat[option] = None
    found = tuple(flat)
    return found[0] if len(found) == 1 else EitherValue(found) if found else UnknownValue()


def falling_back(value: ValueExpression, default: ValueExpression) -> ValueExpression:
    """`value ?? default`."""
    first = value.options if isinstance(value, EitherValue) and value.falls_back else (value,)
    return EitherValue((*first, default), falls_back=True)


def _operator(node: Node) -> str:
    operator = field(node, "operator")
    return operator.type if operator is not None else ""


def _falsy(left: Node | None) -> ValueExpression:
    """What `left && right` is if `left` is falsy: a primitive, and `null` more often than `0` or `''`."""
    while left is not None and left.type == "parenthesized_expression":
        left = left.named_children[0] if left.named_children else None
    operator = _operator(left) if left is not None else ""
    return LiteralValue(False) if operator == "!" or operator in _COMPARISONS else KeywordValue("null")


def _sum(node: Node) -> ValueExpression:
    """A string if any operand of `a + b + c` is certainly one, a number if all are."""
    kinds = set()
    rest: Node | None = node
    while rest is not None and rest.type == "binary_expression" and _operator(rest) == "+":
        right = field(rest, "right")
        kinds.add(right.type if right is not None else "")
        rest = field(rest, "left")
    kinds.add(rest.type if rest is not None else "")
    if kinds & _STRING_LIKE:
        return KeywordValue("string")
    return KeywordValue("number") if kinds == {"number"} else _SUM
