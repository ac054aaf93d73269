"""Names in types: of the module, of type parameters, of types declared in functions, of other modules' exports."""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.model.type_expressions import (
    IntersectionType,
    KeywordType,
    NamedType,
    ParameterType,
    TypeExpression,
    TypeofType,
    TypeParameter,
)
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.values.parameters import type_parameter
from boundary_lsp.syntax.typescript.values.reader import Reader

_IMPORT = re.compile(r"import\s*\(\s*(['\"])(?P<specifier>[^'\"]*)\1[^)]*\)\s*\.?\s*(?P<path>[\w$.\s]*)")
_PATH = re.compile(r"[\w$]+(\s*\.\s*[\w$]+)*")


def named_type(reader: Reader, node: Node) -> TypeExpression:
    """`Post`, `Prisma.Decimal`, `import('./x').Post`."""
    text = reader.module.text(node)
    imported = _IMPORT.fullmatch(text)
    if imported is not None:
        return NamedType(_parts(imported["path"]), specifier=imported["specifier"])
    if _PATH.fullmatch(text) is None:
        return reader.unknown_type(node)
    if node.type == "type_identifier":
        declared = reader.module.declaration_of(node, is_type=True)
        if declared is not None:
            return _local(reader, declared, node)
        if text == "bigint":
            return KeywordType(text)
    path = _parts(text)
    return NamedType(path, reader.module.names.get(path[0], -1))


def generic_type(reader: Reader, node: Node) -> TypeExpression:
    name, arguments = field(node, "name") or first(node), type_arguments(reader, node)
    found = named_type(reader, name) if name is not None else reader.unknown_type(node)
    if isinstance(found, NamedType):
        return NamedType(found.name, found.binding, arguments, found.specifier)
    return found


def type_arguments(reader: Reader, node: Node) -> tuple[TypeExpression, ...]:
    found = field(node, "type_arguments")
    if found is None:
        return ()
    return tuple(reader.type(child) for child in found.named_children if child.type != "comment")


def type_query(reader: Reader, node: Node) -> TypeExpression:
    """`typeof config.theme`, `typeof import('./x')`."""
    name = first(node)
    text = reader.module.text(name) if name is not None else ""
    imported = _IMPORT.fullmatch(text)
    if imported is not None:
        return TypeofType(_parts(imported["path"]), specifier=imported["specifier"])
    if name is None or _PATH.fullmatch(text) is None:
        return reader.unknown_type(node)
    path = _parts(text)
    token = reader.module.token_at(name.start_byte)
    if token is not None and reader.module.declaration_of(token, is_type=False) is not None:
        return reader.unknown_type(node)
    return TypeofType(path, reader.module.names.get(path[0], -1))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in "".join(path.split()).split(".") if part)


def _local(reader: Reader, declared: Node, node: Node) -> TypeExpression:
    """A type that is declared in a function is as good as its text; one that names itself ends as too deep."""
    holder = declared.parent
    kind = holder.type if holder is not None else ""
    if holder is not None and kind == "type_parameter":
        return _parameter(reader, declared, holder)
    if holder is not None and kind == "type_alias_declaration":
        return reader.type(field(holder, "value"))
    if holder is not None and kind == "interface_declaration":
        body = reader.type(field(holder, "body"))
        extended = extended_types(reader, holder)
        return IntersectionType((*extended, body)) if extended else body
    return reader.unknown_type(node)


def extended_types(reader: Reader, interface: Node) -> tuple[TypeExpression, ...]:
    for child in interface.named_children:
        if child.type in ("extends_type_clause", "extends_clause"):
            return tuple(reader.type(part) for part in child.named_children if part.type != "comment")
    return ()


def _parameter(reader: Reader, token: Node, holder: Node) -> TypeExpression:
    name = reader.module.text(token)
    if token.start_byte not in reader.named:
        reader.named[token.start_byte] = TypeParameter(name)  # `T extends Comparable<T>` names itself
        reader.named[token.start_byte] = type_parameter(reader, holder)
    return ParameterType(name)
