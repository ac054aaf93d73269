"""Functions: what they take, and what they return."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.type_expressions import TypeExpression
from boundary_lsp.model.value_expressions import FunctionParameter, FunctionValue, ValueExpression
from boundary_lsp.syntax.python.grammar import field, first, is_async
from boundary_lsp.syntax.python.values.reader import Reader
from boundary_lsp.syntax.python.values.returns import results_of

_SPLATS = {"list_splat_pattern": False, "dictionary_splat_pattern": True}


def function_value(reader: Reader, node: Node) -> FunctionValue:
    """Of a `def`."""
    name, body = field(node, "name"), field(node, "body")
    inline = reader.module.inline.get(name.start_byte, -1) if name is not None else -1
    results = results_of(body) if body is not None else None
    directive = reader.module.facts.uses.inline_functions[inline].directive if inline >= 0 else ""
    return FunctionValue(
        name=reader.module.text(name) if name is not None else "",
        directive=directive,
        is_async=is_async(node),
        is_generator=results is not None and results.yields,
        type_parameters=(),
        parameters=tuple(parameters_of(reader, node)),
        returns=reader.annotation(field(node, "return_type")),
        returned=tuple(dict.fromkeys(map(reader.value, results.nodes))) if results is not None else (),
        falls_through=results is None or results.falls_through,
        inline=inline,
    )


def lambda_value(reader: Reader, node: Node) -> ValueExpression:
    value = reader.value(field(node, "body"))
    parameters = tuple(parameters_of(reader, node))
    return FunctionValue("", "", False, False, (), parameters, None, (value,), falls_through=False)


def parameters_of(reader: Reader, function: Node) -> Iterator[FunctionParameter]:
    """Behind `*`, or `*rest`, they are given by name only."""
    listed = field(function, "parameters")
    by_name = False
    for node in listed.named_children if listed is not None else ():
        splat = _splat(node)
        if node.type == "keyword_separator":
            by_name = True
        elif splat is not None:
            inside = first(splat)
            is_named = _SPLATS[splat.type]
            name = reader.module.text(inside) if inside is not None else ""
            yield FunctionParameter(name, _annotation(reader, node), True, rest=True, by_name=is_named)
            by_name = True
        elif (name_token := _name(node)) is not None:
            optional = node.type in ("default_parameter", "typed_default_parameter")
            yield FunctionParameter(
                reader.module.text(name_token), _annotation(reader, node), optional, by_name=by_name
            )


def _splat(node: Node) -> Node | None:
    inside = first(node) if node.type == "typed_parameter" else node
    return inside if inside is not None and inside.type in _SPLATS else None


def _name(node: Node) -> Node | None:
    if node.type == "identifier":
        return node
    named = field(node, "name") if node.type != "typed_parameter" else first(node)
    return named if named is not None and named.type == "identifier" else None


def _annotation(reader: Reader, node: Node) -> TypeExpression | None:
    return reader.annotation(field(node, "type"))
