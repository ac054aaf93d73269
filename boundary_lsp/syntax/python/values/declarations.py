"""Top-level declarations: type aliases, classes, variables, functions."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as empty

from tree_sitter import Node

from boundary_lsp.model.value_expressions import UnknownValue
from boundary_lsp.model.values import ClassDeclaration, FunctionDeclaration, TypeDeclaration, VariableDeclaration
from boundary_lsp.syntax.drafts.reading import DECLARATION_SIZE
from boundary_lsp.syntax.python.declarations import names_in
from boundary_lsp.syntax.python.grammar import field
from boundary_lsp.syntax.python.statements import statements_of
from boundary_lsp.syntax.python.values.classes import class_declaration
from boundary_lsp.syntax.python.values.functions import function_value
from boundary_lsp.syntax.python.values.reader import Reader


@dataclass(slots=True)
class Found:
    types: dict[str, TypeDeclaration] = empty(default_factory=dict)
    classes: dict[str, ClassDeclaration] = empty(default_factory=dict)
    variables: dict[str, VariableDeclaration] = empty(default_factory=dict)
    functions: dict[str, FunctionDeclaration] = empty(default_factory=dict)


def declarations_of(reader: Reader) -> Found:
    found = Found()
    for node, *_ in statements_of(reader.module.source, reader.module.root):
        if not reader.module.deep.cover(node.start_byte):
            reader.begin(DECLARATION_SIZE)
            _add(reader, found, node)
    return found


def _add(reader: Reader, found: Found, node: Node) -> None:
    """The last one of a name is the one that is there."""
    inside = field(node, "definition") if node.type == "decorated_definition" else node
    name = field(inside, "name") if inside is not None else None
    text = reader.module.text(name) if name is not None else ""
    if inside is not None and text and inside.type == "function_definition":
        is_one_of_several = text in found.functions or _is_overload(reader, node)
        found.functions[text] = FunctionDeclaration(function_value(reader, inside), is_one_of_several)
    elif inside is not None and text and inside.type == "class_definition":
        found.classes[text] = class_declaration(reader, inside, text)
    elif node.type == "type_alias_statement":
        _add_alias(reader, found, node)
    elif node.type == "expression_statement":
        for child in node.named_children:
            if child.type == "assignment":
                _add_variables(reader, found, child)


def _is_overload(reader: Reader, node: Node) -> bool:
    decorators = (child for child in node.named_children if child.type == "decorator")
    return any(reader.module.text(one).endswith("overload") for one in decorators)


def _add_alias(reader: Reader, found: Found, node: Node) -> None:
    left, right = field(node, "left"), field(node, "right")
    token = next((token for token in names_in(left.named_children[0])), None) if left is not None else None
    if token is not None:
        name = reader.module.text(token)
        found.types[name] = TypeDeclaration(name, (), (), reader.type(right))


def _add_variables(reader: Reader, found: Found, node: Node) -> None:
    """`x: TypeAlias = …` is one of a type. A variable that is given something again is none that can be told."""
    left, right, annotation = field(node, "left"), field(node, "right"), field(node, "type")
    if left is None or left.type != "identifier":
        return
    name = reader.module.text(left)
    if annotation is not None and reader.module.text(annotation).endswith("TypeAlias"):
        found.types[name] = TypeDeclaration(name, (), (), reader.type(right))
        return
    value = reader.value(right) if right is not None else UnknownValue("a variable without a value")
    if name in found.variables:
        value = UnknownValue("a variable that is given several values")
    constant = name not in found.variables
    found.variables[name] = VariableDeclaration(name, reader.annotation(annotation), value, constant)
