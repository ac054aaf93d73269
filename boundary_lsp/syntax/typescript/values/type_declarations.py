"""Interfaces and type aliases; parts of an interface are merged."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.type_expressions import IntersectionType, MemberType, ObjectType, TypeExpression
from boundary_lsp.model.values import TypeDeclaration
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.values.parameters import type_parameters
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.type_names import extended_types


def type_declaration(reader: Reader, node: Node, name: str) -> TypeDeclaration:
    body = field(node, "body") or field(node, "value")
    return TypeDeclaration(name, type_parameters(reader, node), extended_types(reader, node), reader.type(body))


def merged(types: dict[str, TypeDeclaration], part: TypeDeclaration) -> None:
    """Adds a declaration to those of the same name: an interface can have several."""
    known = types.get(part.name)
    if known is None:
        types[part.name] = part
        return
    types[part.name] = TypeDeclaration(
        part.name, known.parameters or part.parameters, known.extends + part.extends, _both(known.body, part.body)
    )


def _both(one: TypeExpression, other: TypeExpression) -> TypeExpression:
    if not isinstance(one, ObjectType) or not isinstance(other, ObjectType):
        return IntersectionType((one, other))
    members: dict[str, MemberType] = {member.name: member for member in (*one.members, *other.members)}
    return ObjectType(
        tuple(members.values()), one.index or other.index, (one.symbols_only or other.symbols_only) and not members
    )
