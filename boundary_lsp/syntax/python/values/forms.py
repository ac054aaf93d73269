"""Names of `typing` that are words for something, and those of builtins that every language has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import (
    ArrayType,
    FunctionType,
    KeywordType,
    LiteralType,
    TupleItem,
    TupleType,
    TypeExpression,
    UnionType,
    UnknownType,
)
from boundary_lsp.model.value_expressions import LiteralValue
from boundary_lsp.syntax.python.grammar import first
from boundary_lsp.syntax.python.values.reader import Reader

TYPING = frozenset({"typing", "typing_extensions", "collections.abc", "types"})

KEYWORDS: Mapping[str, str] = {
    "str": "string",
    "bool": "boolean",
    "None": "null",
    "NoneType": "null",
    "object": "unknown",
    "Any": "any",
    "Never": "never",
    "NoReturn": "never",
    "LiteralString": "string",
    "Text": "string",
    "AnyStr": "string",
}

Form = Callable[[Reader, list[Node]], TypeExpression]


def _optional(reader: Reader, arguments: list[Node]) -> TypeExpression:
    return UnionType((reader.type(arguments[0]), KeywordType("null")))


def _union(reader: Reader, arguments: list[Node]) -> TypeExpression:
    return UnionType(tuple(reader.type(one) for one in arguments))


def _list(reader: Reader, arguments: list[Node]) -> TypeExpression:
    return ArrayType(reader.type(arguments[0]))


def _tuple(reader: Reader, arguments: list[Node]) -> TypeExpression:
    """`tuple[int, ...]` has any number of them."""
    if _is_ellipsis(arguments[-1]):
        return TupleType((TupleItem(ArrayType(reader.type(arguments[0])), rest=True),), is_array=False)
    return TupleType(tuple(TupleItem(reader.type(one)) for one in arguments), is_array=False)


def _literal(reader: Reader, arguments: list[Node]) -> TypeExpression:
    """Of `Literal["a", 1, None]`."""
    options: list[TypeExpression] = []
    for argument in arguments:
        node = first(argument) if argument.type == "type" else argument
        value = reader.value(node)
        if isinstance(value, LiteralValue):
            options.append(LiteralType(value.value))
        else:
            options.append(KeywordType("null") if node is not None and node.type == "none" else UnknownType())
    return options[0] if len(options) == 1 else UnionType(tuple(options))


def _callable(reader: Reader, arguments: list[Node]) -> TypeExpression:
    listed = first(arguments[0]) if arguments[0].type == "type" else arguments[0]
    parameters = listed.named_children if listed is not None and listed.type == "list" else []
    returns = reader.type(arguments[1]) if len(arguments) > 1 else None
    return FunctionType(tuple(reader.type(one) for one in parameters), returns)


def _inside(reader: Reader, arguments: list[Node]) -> TypeExpression:
    """`Annotated[int, …]` is an int."""
    return reader.type(arguments[0])


def _is_ellipsis(node: Node) -> bool:
    inside = first(node) if node.type == "type" else node
    return inside is not None and inside.type == "ellipsis"


FORMS: Mapping[str, Form] = {
    "Optional": _optional,
    "Union": _union,
    "list": _list,
    "List": _list,
    "tuple": _tuple,
    "Tuple": _tuple,
    "Literal": _literal,
    "Callable": _callable,
    **dict.fromkeys(("Annotated", "ClassVar", "Final", "InitVar", "NotRequired", "ReadOnly", "Required"), _inside),
}
