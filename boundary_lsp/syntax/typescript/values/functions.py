"""Functions as values: their signature, and what they return."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import FunctionValue, UnknownValue, ValueExpression
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, WRAPPERS, field
from boundary_lsp.syntax.typescript.values.operators import either
from boundary_lsp.syntax.typescript.values.parameters import function_parameters, type_parameters
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.returns import results_of

_HOLDERS = frozenset({"variable_declarator", "pair", "public_field_definition"})


def function_value(reader: Reader, node: Node, inline: int | None = None) -> FunctionValue:
    """`inline` is its index among the inline functions, where it is known."""
    name = field(node, "name") or _held_name(node)
    inline = _inline_index(reader, node, name) if inline is None else inline
    words = {child.type for child in node.children}
    returned, falls_through = returned_values(reader, node)
    return FunctionValue(
        name=reader.module.key(name) if name is not None else "",
        directive=reader.module.facts.uses.inline_functions[inline].directive if inline >= 0 else "",
        is_async="async" in words,
        is_generator="*" in words,
        type_parameters=type_parameters(reader, node),
        parameters=function_parameters(reader, node),
        returns=reader.annotation(field(node, "return_type")),
        returned=returned,
        falls_through=falls_through,
        inline=inline,
    )


def returned_values(reader: Reader, node: Node) -> tuple[tuple[ValueExpression, ...], bool]:
    """What a function's `return` statements give, each told once, and whether it can end without one."""
    body = field(node, "body")
    if body is None:
        return (), False
    if body.type != "statement_block":
        return (reader.value(body),), False
    results, falls_through = results_of(body)
    return tuple(dict.fromkeys(reader.value(result) for result in results)), falls_through


def getter_value(reader: Reader, node: Node) -> ValueExpression:
    annotation = field(node, "return_type")
    if annotation is not None:
        return reader.typed(annotation)
    returned, _ = returned_values(reader, node)
    return either(*returned) if returned else UnknownValue("a getter")


def _inline_index(reader: Reader, function: Node, name: Node | None) -> int:
    """Inline functions are known by their name's start, or else their own."""
    inline = reader.module.inline
    if not inline or name is not None:
        return inline.get(name.start_byte, -1) if name is not None else -1
    children = function.children
    return inline.get(children[0].start_byte, -1) if children else -1


def _held_name(function: Node) -> Node | None:
    """The name of the variable, property or field that holds a function directly."""
    child, holder = function, function.parent
    while holder is not None and holder.type in WRAPPERS:
        child, holder = holder, holder.parent
    if holder is None or holder.type not in _HOLDERS or child.type not in FUNCTIONS | WRAPPERS:
        return None
    return field(holder, "name") or field(holder, "key")
