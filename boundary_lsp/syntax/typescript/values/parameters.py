"""Parameters and type parameters of functions and signatures."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.type_expressions import TypeExpression, TypeParameter, UnknownType
from boundary_lsp.model.value_expressions import FunctionParameter
from boundary_lsp.syntax.typescript.grammar import field, first
from boundary_lsp.syntax.typescript.values.reader import Reader

PARAMETERS = frozenset({"required_parameter", "optional_parameter"})


def parameters_in(function: Node) -> list[Node]:
    """The parameters between parentheses, `this` apart."""
    list_ = field(function, "parameters")
    found = []
    for node in list_.named_children if list_ is not None else ():
        if node.type in PARAMETERS:
            pattern = field(node, "pattern")
            if pattern is None or pattern.type != "this":
                found.append(node)
    return found


def parameter_types(reader: Reader, function: Node) -> tuple[TypeExpression, ...]:
    return tuple(reader.annotation(field(node, "type")) or UnknownType() for node in parameters_in(function))


def function_parameters(reader: Reader, function: Node) -> tuple[FunctionParameter, ...]:
    single = field(function, "parameter")
    if single is not None:
        return (FunctionParameter(reader.module.text(single), None),)
    return tuple(_parameter(reader, node) for node in parameters_in(function))


def type_parameters(reader: Reader, node: Node) -> tuple[TypeParameter, ...]:
    """Of a function, a class, an interface or an alias."""
    found = field(node, "type_parameters")
    if found is None:
        return ()
    return tuple(type_parameter(reader, child) for child in found.named_children if child.type == "type_parameter")


def type_parameter(reader: Reader, node: Node) -> TypeParameter:
    name, constraint, default = field(node, "name"), field(node, "constraint"), field(node, "value")
    return TypeParameter(
        reader.module.text(name) if name is not None else "",
        reader.type(first(constraint)) if constraint is not None else None,
        reader.type(first(default)) if default is not None else None,
    )


def _parameter(reader: Reader, node: Node) -> FunctionParameter:
    pattern = field(node, "pattern")
    rest = pattern is not None and pattern.type == "rest_pattern"
    name = reader.module.collapsed(pattern) if pattern is not None else ""
    return FunctionParameter(
        name.removeprefix("...").strip(),
        reader.annotation(field(node, "type")),
        optional=node.type == "optional_parameter" or field(node, "value") is not None,
        rest=rest,
    )
