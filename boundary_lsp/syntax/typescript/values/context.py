"""Parameters without an annotation, told from where their function stands."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.type_expressions import FunctionType, NamedType, TypeExpression
from boundary_lsp.model.value_expressions import (
    AwaitValue,
    ItemValue,
    KeywordValue,
    TypedValue,
    UnknownValue,
    ValueExpression,
)
from boundary_lsp.syntax.typescript.grammar import WRAPPERS, field
from boundary_lsp.syntax.typescript.scopes import function_around
from boundary_lsp.syntax.typescript.values.parameters import parameters_in
from boundary_lsp.syntax.typescript.values.reader import Reader

_ITEM_FIRST = frozenset(
    {"map", "filter", "forEach", "flatMap", "find", "findLast", "findIndex", "findLastIndex", "some", "every"}
)
_REDUCERS = frozenset({"reduce", "reduceRight"})
_SORTERS = frozenset({"sort", "toSorted"})
_INDEX = KeywordValue("number")
_COMPONENT_TYPES = frozenset({"FC", "FunctionComponent", "VFC", "NextPage"})
"""`const Page: React.FC<Props> = (props) => …`."""
_COMPONENT_MAKERS = {"forwardRef": 1, "memo": 0}
"""Calls with a component's props as a type argument: `forwardRef<Ref, Props>((props, ref) => …)`."""
UNKNOWN = UnknownValue("a parameter")


def given_to(reader: Reader, _node: Node, parameter: Node) -> ValueExpression:
    """What a parameter is, or the arrow function of which it is the only one."""
    if parameter.type == "arrow_function":
        return _given(reader, parameter, 0)
    function = function_around(parameter)
    if function is None:
        return UNKNOWN
    starts = [one.start_byte for one in parameters_in(function)]
    return _given(reader, function, starts.index(parameter.start_byte)) if parameter.start_byte in starts else UNKNOWN


def _given(reader: Reader, function: Node, position: int) -> ValueExpression:
    holder = function.parent
    while holder is not None and holder.type in WRAPPERS:
        holder = holder.parent
    if holder is not None and holder.type == "variable_declarator":
        return _by_annotation(reader, field(holder, "type"), position)
    call = holder.parent if holder is not None and holder.type == "arguments" else None
    if call is not None and call.type == "call_expression":
        return _by_call(reader, call, position)
    return UNKNOWN


def _by_annotation(reader: Reader, annotation: Node | None, position: int) -> ValueExpression:
    found = reader.annotation(annotation)
    if isinstance(found, FunctionType) and position < len(found.parameters):
        return TypedValue(found.parameters[position])
    props = _props_type(found)
    return TypedValue(props) if props is not None and position == 0 else UNKNOWN


def _props_type(found: TypeExpression | None) -> TypeExpression | None:
    if isinstance(found, NamedType) and found.name[-1] in _COMPONENT_TYPES and found.arguments:
        return found.arguments[0]
    return None


def _by_call(reader: Reader, call: Node, position: int) -> ValueExpression:
    callee = field(call, "function")
    if callee is None:
        return UNKNOWN
    name = field(callee, "property") if callee.type == "member_expression" else callee
    method = reader.module.text(name) if name is not None and name.child_count == 0 else ""
    arguments = field(call, "type_arguments")
    if method in _COMPONENT_MAKERS and arguments is not None and position == 0:
        types = [child for child in arguments.named_children if child.type != "comment"]
        index = _COMPONENT_MAKERS[method]
        return reader.typed(types[index]) if index < len(types) else UNKNOWN
    owner = field(callee, "object")
    return _of_method(reader, owner, method, position) if owner is not None else UNKNOWN


def _of_method(reader: Reader, owner: Node, method: str, position: int) -> ValueExpression:
    """`posts.map((post, index, all) => …)`, `promise.then(result => …)`."""
    if method == "then" and position == 0:
        return AwaitValue(reader.value(owner))
    if method in _SORTERS:
        return ItemValue(reader.value(owner))
    if method in _REDUCERS:
        position -= 1
    elif method not in _ITEM_FIRST:
        return UNKNOWN
    if position == 0:
        return ItemValue(reader.value(owner))
    return _INDEX if position == 1 else reader.value(owner) if position == 2 else UNKNOWN
