"""Annotations. Names of the standard library that are other words for a kind of type are resolved in `forms`."""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import KeywordType, NamedType, TypeExpression, UnionType, UnknownType
from boundary_lsp.syntax.python.grammar import field, first, parse
from boundary_lsp.syntax.python.text import string_value
from boundary_lsp.syntax.python.values.forms import FORMS, KEYWORDS, TYPING
from boundary_lsp.syntax.python.values.reader import Reader, TypeRule

_LONGEST_REFERENCE = 500


def canonical(reader: Reader, path: str) -> tuple[str, int, tuple[str, ...]]:
    """(the name in `typing` or of a builtin, else empty; the binding of its first name; the path from there)."""
    head, rest = path, tuple[str, ...]()
    while head and head not in reader.module.names:
        head, _, last = head.rpartition(".")
        rest = (last, *rest)
    if not head:
        return path, -1, tuple(path.split("."))
    binding = reader.module.names[head]
    specifier, name = reader.module.origin(binding)
    from_typing = ".".join(part for part in (name.replace("*", ""), *rest) if part) if specifier in TYPING else ""
    return from_typing, binding, (head.rpartition(".")[2], *rest)


def named(reader: Reader, node: Node, arguments: list[Node]) -> TypeExpression:
    name, binding, path = canonical(reader, "".join(reader.module.text(node).split()))
    form = FORMS.get(name)
    if form is not None and arguments:
        return form(reader, arguments)
    if name in KEYWORDS:
        return KeywordType(KEYWORDS[name])
    given = tuple(reader.type(one) for one in arguments)
    return NamedType((name,) if name and binding >= 0 else path, -1 if name else binding, given)


def _inner(reader: Reader, node: Node) -> TypeExpression:
    return reader.type(first(node))


def _name(reader: Reader, node: Node) -> TypeExpression:
    return named(reader, node, [])


def _generic(reader: Reader, node: Node) -> TypeExpression:
    """`list[Row]`, as the grammar reads it in an annotation."""
    base, parameters = first(node), node.named_children[-1]
    if base is None or parameters.type != "type_parameter":
        return reader.unknown_type(node)
    return named(reader, base, [child for child in parameters.named_children if child.type != "comment"])


def _subscript(reader: Reader, node: Node) -> TypeExpression:
    """`typing.List[Row]`, `list[Row]` outside of an annotation."""
    base = field(node, "value")
    if base is None or base.type not in ("identifier", "attribute"):
        return reader.unknown_type(node)
    return named(reader, base, node.children_by_field_name("subscript"))


def _operator(reader: Reader, node: Node) -> TypeExpression:
    """`Row | None`."""
    sides = [child for child in node.named_children if child.type != "comment"]
    if len(sides) != 2 or not any(child.type == "|" for child in node.children):
        return reader.unknown_type(node)
    left, right = map(reader.type, sides)
    return UnionType((*(left.options if isinstance(left, UnionType) else (left,)), right))


def _none(_reader: Reader, _node: Node) -> TypeExpression:
    return KeywordType("null")


def _reference(reader: Reader, node: Node) -> TypeExpression:
    """`"Post"`: an annotation that is read later, in a text of its own."""
    text = string_value(reader.module.source, node)
    if text is None or len(text) > _LONGEST_REFERENCE or "\n" in text:
        return reader.unknown_type(node)
    root = parse(f"_: {text}\n".encode()).root_node
    statement = first(root)
    assignment = first(statement) if statement is not None else None
    inside = field(assignment, "type") if assignment is not None and not root.has_error else None
    return _elsewhere(reader, inside, text) if inside is not None else UnknownType(text)


def _elsewhere(reader: Reader, node: Node, text: str) -> TypeExpression:
    outer = reader.module.source
    reader.module.source = f"_: {text}\n".encode()
    found = reader.type(node)
    reader.module.source = outer
    return found


TYPES: Mapping[str, TypeRule] = {
    "type": _inner,
    "parenthesized_expression": _inner,
    "identifier": _name,
    "attribute": _name,
    "member_type": _name,
    "generic_type": _generic,
    "subscript": _subscript,
    "binary_operator": _operator,
    "union_type": _operator,
    "none": _none,
    "string": _reference,
}
