"""The members of type literals and interfaces."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.type_expressions import (
    FunctionType,
    MemberType,
    ObjectType,
    TypeExpression,
    UnknownType,
)
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.parameters import parameter_types, parameters_in
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.symbol_keys import iterates

_CALLED = frozenset({"call_signature", "construct_signature"})


def object_type(reader: Reader, node: Node) -> TypeExpression:
    """A type literal, or an interface's body. With a call signature it is a function; a mapped type is unknown, and so
    is what can be iterated: an array may stand for it, or an instance of a class."""
    if iterates(reader, node):
        return reader.unknown_type(node)
    members: dict[str, MemberType] = {}
    index: TypeExpression | None = None
    symbols = 0
    for child in node.named_children:
        kind = child.type
        if kind in _CALLED:
            return signature(reader, child)
        if kind == "index_signature":
            if any(part.type == "mapped_type_clause" for part in child.named_children):
                return reader.unknown_type(node)
            index = reader.annotation(field(child, "type")) or UnknownType()
        elif kind in ("property_signature", "method_signature"):
            member = _member(reader, child)
            symbols += member is None
            if member is not None:
                members.setdefault(member.name, member)
    return ObjectType(tuple(members.values()), index, symbols > 0 and not members and index is None)


def signature(reader: Reader, node: Node) -> FunctionType:
    returns = field(node, "return_type") or field(node, "type")
    return FunctionType(parameter_types(reader, node), reader.annotation(returns))


def accessor_type(reader: Reader, node: Node, word: str) -> TypeExpression:
    """What a getter gives, or what a setter takes."""
    if word == "get":
        return reader.annotation(field(node, "return_type")) or UnknownType()
    parameters = parameters_in(node)
    return (reader.annotation(field(parameters[0], "type")) if parameters else None) or UnknownType()


def accessor_word(node: Node) -> str:
    """`get` or `set` in front of a method's name."""
    name = field(node, "name")
    for child in node.children:
        if name is not None and child.start_byte == name.start_byte:
            break
        if child.type in ("get", "set"):
            return child.type
    return ""


def is_optional(node: Node) -> bool:
    return any(child.type == "?" for child in node.children)


def _member(reader: Reader, node: Node) -> MemberType | None:
    """None for a computed key."""
    name = reader.module.key(field(node, "name"))
    if name == "*":
        return None
    if node.type == "property_signature":
        found = reader.annotation(field(node, "type")) or UnknownType()
        return MemberType(name, found, optional=is_optional(node))
    word = accessor_word(node)
    if word:
        return MemberType(name, accessor_type(reader, node, word))
    return MemberType(name, signature(reader, node), optional=is_optional(node), method=True)
