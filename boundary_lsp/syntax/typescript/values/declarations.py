"""Top-level declarations: types, classes, enums, variables, functions, and what is exported as default."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as empty

import msgspec
from tree_sitter import Node

from boundary_lsp.model.value_expressions import FunctionValue, UnknownValue, ValueExpression
from boundary_lsp.model.values import (
    ClassDeclaration,
    EnumDeclaration,
    FunctionDeclaration,
    TypeDeclaration,
    VariableDeclaration,
)
from boundary_lsp.syntax.drafts.reading import DECLARATION_SIZE
from boundary_lsp.syntax.typescript.declarations import names_in
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped
from boundary_lsp.syntax.typescript.values.classes import class_declaration, enum_declaration
from boundary_lsp.syntax.typescript.values.functions import function_value
from boundary_lsp.syntax.typescript.values.reader import TYPE_SIZE, Reader
from boundary_lsp.syntax.typescript.values.type_declarations import merged, type_declaration

_CLASSES = frozenset({"class", "class_declaration", "abstract_class_declaration"})
_TYPES = frozenset({"interface_declaration", "type_alias_declaration"})


@dataclass(slots=True)
class Found:
    types: dict[str, TypeDeclaration] = empty(default_factory=dict)
    classes: list[ClassDeclaration] = empty(default_factory=list)
    enums: list[EnumDeclaration] = empty(default_factory=list)
    variables: list[VariableDeclaration] = empty(default_factory=list)
    functions: dict[str, FunctionDeclaration] = empty(default_factory=dict)
    defaults: list[ValueExpression] = empty(default_factory=list)


def declarations_of(reader: Reader) -> Found:
    found = Found()
    for statement in reader.module.statements:
        if not reader.module.deep.cover(statement.start_byte):
            _add_statement(reader, found, statement)
    return found


def _add_statement(reader: Reader, found: Found, statement: Node) -> None:
    if statement.type != "export_statement":
        _add(reader, found, statement)
        return
    declared, value = field(statement, "declaration"), field(statement, "value")
    if declared is not None:
        _add(reader, found, declared)
    elif value is not None:
        _add_default(reader, found, value)


def _add_default(reader: Reader, found: Found, value: Node) -> None:
    """A function or class that stands right there is declared as what it is, named or not."""
    inside = unwrapped(value)
    if inside.type in _CLASSES or (inside.type in FUNCTIONS and inside.type != "arrow_function"):
        _add(reader, found, inside)
    else:
        reader.begin(DECLARATION_SIZE)
        found.defaults.append(reader.value(value))


def _add(reader: Reader, found: Found, node: Node, *, declared: bool = False) -> None:
    kind = node.type
    token = field(node, "name")
    name = reader.module.text(token) if token is not None else "default"
    reader.begin(TYPE_SIZE)
    if kind in ("lexical_declaration", "variable_declaration"):
        _add_variables(reader, found, node, declared=declared)
    elif kind in _TYPES:
        merged(found.types, type_declaration(reader, node, name))
    elif kind in FUNCTIONS or kind == "function_signature":
        _add_function(reader, found, node, name)
    elif kind in _CLASSES:
        found.classes.append(class_declaration(reader, node, name, declared=declared))
    elif kind == "enum_declaration":
        found.enums.append(enum_declaration(reader, node, name))
    elif kind == "ambient_declaration" and not declared:
        for child in node.named_children:
            if child.type != "statement_block":  # `declare global { … }`
                _add(reader, found, child, declared=True)


def _add_function(reader: Reader, found: Found, node: Node, name: str) -> None:
    """The implementation says what an overloaded function is; without any, the last signature."""
    reader.begin(DECLARATION_SIZE)
    known = found.functions.get(name)
    if known is not None and known.function.returned and node.type == "function_signature":
        return
    value = msgspec.structs.replace(function_value(reader, node), name=name)
    found.functions[name] = FunctionDeclaration(value, overloaded=known is not None)


def _add_variables(reader: Reader, found: Found, node: Node, *, declared: bool) -> None:
    constant = any(child.type in ("const", "using") for child in node.children)
    for declarator in node.named_children:
        pattern = field(declarator, "name")
        if declarator.type != "variable_declarator" or pattern is None:
            continue
        reader.begin(DECLARATION_SIZE)
        if pattern.type != "identifier":
            for token in names_in(pattern):
                value = reader.local(token)
                found.variables.append(VariableDeclaration(reader.module.text(token), None, value, constant))
            continue
        annotation, value_node = field(declarator, "type"), field(declarator, "value")
        found.variables.append(
            VariableDeclaration(
                reader.module.text(pattern),
                reader.annotation(annotation) if annotation is not None else None,
                _initial(reader, value_node, declared=declared),
                constant,
            )
        )


def _initial(reader: Reader, node: Node | None, *, declared: bool) -> ValueExpression:
    if node is not None:
        return reader.value(node)
    return UnknownValue("declared elsewhere" if declared else "a variable without a value")


def inline_declarations(found: Found, inline: list[FunctionValue]) -> tuple[FunctionDeclaration, ...]:
    """All functions: those at top level, and the inline ones that are not among them."""
    known = {one.function.inline for one in found.functions.values()}
    return (*found.functions.values(), *(FunctionDeclaration(one) for one in inline if one.inline not in known))
