"""Classes and enums as declarations."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.type_expressions import (
    FunctionType,
    KeywordType,
    MemberType,
    NamedType,
    TypeExpression,
    UnknownType,
)
from boundary_lsp.model.values import ClassDeclaration, EnumDeclaration
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped
from boundary_lsp.syntax.typescript.text import string_value
from boundary_lsp.syntax.typescript.values.class_words import (
    HIDING,
    PROPERTY_WORDS,
    has_word,
    is_closed,
    is_public,
    words_before,
)
from boundary_lsp.syntax.typescript.values.numbers import number_of
from boundary_lsp.syntax.typescript.values.object_types import accessor_type, accessor_word, is_optional, signature
from boundary_lsp.syntax.typescript.values.parameters import PARAMETERS, type_parameters
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.statics import statics_of
from boundary_lsp.syntax.typescript.values.symbol_keys import iterates
from boundary_lsp.syntax.typescript.values.type_names import named_type, type_arguments

_METHODS = frozenset({"method_definition", "method_signature", "abstract_method_signature"})
_LITERALS = {
    "string": "string",
    "template_string": "string",
    "number": "number",
    "true": "boolean",
    "false": "boolean",
    "null": "null",
}


def class_declaration(reader: Reader, node: Node, name: str, *, declared: bool = False) -> ClassDeclaration:
    members = {member.name: member for member in reversed(list(_members(reader, node)))}
    return ClassDeclaration(
        name,
        type_parameters(reader, node),
        _superclass(reader, node),
        tuple(reversed(members.values())),
        _to_json(reader, node),
        declared,
        statics_of(reader, node),
        is_closed(reader, node),
        iterates(reader, field(node, "body")),
    )


def enum_declaration(reader: Reader, node: Node, name: str) -> EnumDeclaration:
    """Members without a value count on from the one before."""
    values: list[str | int | float | None] = []
    following: int | float | None = 0
    body = field(node, "body")
    for member in body.named_children if body is not None else ():
        if member.type == "comment":
            continue
        value: str | int | float | None = following
        if member.type == "enum_assignment":
            value = _enum_value(reader, field(member, "value"))
        values.append(value)
        following = value + 1 if isinstance(value, int | float) else None
    return EnumDeclaration(name, tuple(values))


def _enum_value(reader: Reader, node: Node | None) -> str | int | float | None:
    if node is None:
        return None
    text = string_value(reader.module.source, node)
    return text if text is not None else number_of(reader.module.text(node))


def _superclass(reader: Reader, node: Node) -> TypeExpression | None:
    """`extends Base.Store<Post>`; what a mixin's call gives is unknown."""
    heritage = next((child for child in node.named_children if child.type == "class_heritage"), None)
    clause = next((c for c in heritage.named_children if c.type == "extends_clause"), None) if heritage else None
    value = field(clause, "value") if clause is not None else None
    if clause is None or value is None:
        return None
    found = named_type(reader, value)
    if isinstance(found, NamedType):
        return NamedType(found.name, found.binding, type_arguments(reader, clause))
    return found


def _members(reader: Reader, node: Node) -> Iterator[MemberType]:
    """What an instance shows: not what is static, private, protected or computed."""
    body = field(node, "body")
    for child in body.named_children if body is not None else ():
        if child.type in _METHODS and reader.module.key(field(child, "name")) == "constructor":
            yield from _parameter_properties(reader, child)
        elif is_public(reader, child) and not has_word(reader, child, "static"):
            name = reader.module.key(field(child, "name"))
            if child.type == "public_field_definition":
                yield MemberType(name, _field_type(reader, child), optional=is_optional(child))
            elif child.type in _METHODS:
                yield _method(reader, child, name)


def _parameter_properties(reader: Reader, constructor: Node) -> Iterator[MemberType]:
    """`constructor(readonly id: string)` declares a field."""
    parameters = field(constructor, "parameters")
    for node in parameters.named_children if parameters is not None else ():
        pattern = field(node, "pattern")
        if node.type not in PARAMETERS or pattern is None or pattern.type != "identifier":
            continue
        words = words_before(reader, node, pattern)
        if words & PROPERTY_WORDS and not words & HIDING:
            found = reader.annotation(field(node, "type")) or UnknownType()
            yield MemberType(reader.module.text(pattern), found, optional=node.type == "optional_parameter")


def _method(reader: Reader, node: Node, name: str) -> MemberType:
    word = accessor_word(node)
    if word:
        return MemberType(name, accessor_type(reader, node, word))
    return MemberType(name, signature(reader, node), optional=is_optional(node), method=True)


def _field_type(reader: Reader, node: Node) -> TypeExpression:
    """As annotated, or as the value plainly is."""
    annotation, value = field(node, "type"), field(node, "value")
    if annotation is not None:
        return reader.annotation(annotation) or UnknownType()
    if value is None:
        return UnknownType()
    inside = unwrapped(value)
    if value.type == inside.type and inside.type in _LITERALS:
        return KeywordType(_LITERALS[inside.type])
    if inside.type in FUNCTIONS:
        return FunctionType((), reader.annotation(field(inside, "return_type")))
    constructor = field(inside, "constructor") if inside.type == "new_expression" else None
    found = named_type(reader, constructor) if constructor is not None and value.type == inside.type else None
    if isinstance(found, NamedType):
        return NamedType(found.name, found.binding, type_arguments(reader, inside))
    return UnknownType()


def _to_json(reader: Reader, node: Node) -> TypeExpression | None:
    body = field(node, "body")
    for child in body.named_children if body is not None else ():
        if child.type in _METHODS and reader.module.key(field(child, "name")) == "toJSON":
            return reader.annotation(field(child, "return_type")) or UnknownType()
    return None
