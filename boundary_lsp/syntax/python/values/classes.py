"""Classes: fields that are annotated, methods, and what belongs to the class itself (members of an enumeration)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from tree_sitter import Node

from boundary_lsp.model.type_expressions import FunctionType, MemberType, NamedType, UnknownType
from boundary_lsp.model.value_expressions import UnknownValue
from boundary_lsp.model.values import ClassDeclaration, VariableDeclaration
from boundary_lsp.syntax.python.grammar import field, first
from boundary_lsp.syntax.python.values.class_forms import base_of, form_of, says_what_is_sent
from boundary_lsp.syntax.python.values.functions import parameters_of
from boundary_lsp.syntax.python.values.reader import Reader


def class_declaration(reader: Reader, node: Node, name: str) -> ClassDeclaration:
    """What is public. A field that need not be there is one of a `TypedDict`, annotated `NotRequired[…]`."""
    body = field(node, "body")
    children = body.named_children if body is not None else []
    members: list[MemberType] = []
    statics: list[VariableDeclaration] = []
    for child in children:
        inside = first(child) if child.type == "expression_statement" else None
        if inside is not None and inside.type == "assignment":
            _add_field(reader, inside, members, statics)
        else:
            members += _method(reader, child)
    form = form_of(reader, node)
    if form.endswith("enum"):
        statics = [_member(reader, name, one) for one in statics]
    fields = () if says_what_is_sent(reader, node) else tuple(members)
    base = base_of(reader, node)
    return ClassDeclaration(name, (), base, fields, None, statics=tuple(statics), is_nominal=True, form=form)


def _member(reader: Reader, name: str, static: VariableDeclaration) -> VariableDeclaration:
    """One of an enumeration is an instance of it."""
    return replace(static, type=NamedType((name,), reader.module.names.get(name, -1)))


def _add_field(reader: Reader, node: Node, members: list[MemberType], statics: list[VariableDeclaration]) -> None:
    left, annotation, right = field(node, "left"), field(node, "type"), field(node, "right")
    name = reader.module.text(left) if left is not None and left.type == "identifier" else "_"
    if name.startswith("_"):
        return
    words = reader.module.text(annotation) if annotation is not None else ""
    if annotation is not None and "ClassVar" not in words:
        members.append(MemberType(name, reader.type(annotation), optional="NotRequired" in words))
        return
    value = reader.value(right) if right is not None else UnknownValue("a variable without a value")
    statics.append(VariableDeclaration(name, reader.annotation(annotation), value, True))


def _method(reader: Reader, node: Node) -> Iterator[MemberType]:
    """A property is a field."""
    decorators = [child for child in node.named_children if child.type == "decorator"]
    function = field(node, "definition") if node.type == "decorated_definition" else node
    name = field(function, "name") if function is not None and function.type == "function_definition" else None
    if function is None or name is None or reader.module.text(name).startswith("_"):
        return
    returns = reader.annotation(field(function, "return_type"))
    words = {reader.module.text(decorator).removeprefix("@").strip() for decorator in decorators}
    if words & {"property", "cached_property", "functools.cached_property"}:
        yield MemberType(reader.module.text(name), returns or UnknownType())
    elif not words & {"staticmethod", "classmethod"} and not any(".setter" in word for word in words):
        taken = [one for one in parameters_of(reader, function) if not one.by_name][1:]
        parameters = tuple(one.type or UnknownType() for one in taken)
        yield MemberType(reader.module.text(name), FunctionType(parameters, returns), method=True)
