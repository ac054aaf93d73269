"""One module's declarations by name."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.value_expressions import FunctionValue, ValueExpression
from boundary_lsp.model.values import (
    ClassDeclaration,
    EnumDeclaration,
    FunctionDeclaration,
    ModuleValues,
    TypeDeclaration,
    VariableDeclaration,
)

NamedValue = VariableDeclaration | FunctionDeclaration | ClassDeclaration | EnumDeclaration
NamedType = TypeDeclaration | ClassDeclaration | EnumDeclaration

DEFAULT = "default"
"""How a default export without a name of its own is called in facts."""


class ModuleIndex(msgspec.Struct, frozen=True):
    values: dict[str, NamedValue]
    types: dict[str, NamedType]
    inline: dict[int, FunctionValue]
    """Functions with a directive of their own, by their index in the facts."""
    default: ValueExpression | None
    """Of `export default <expression>`."""


def index_of(values: ModuleValues) -> ModuleIndex:
    named: dict[str, NamedValue] = {}
    for group in (values.variables, values.classes, values.enums):
        named.update((declaration.name, declaration) for declaration in group)
    for declaration in values.functions:
        if declaration.function.inline < 0 or declaration.function.name:
            named.setdefault(declaration.function.name or DEFAULT, declaration)
    types: dict[str, NamedType] = {}
    for kind in (values.enums, values.classes, values.types):
        types.update((declaration.name, declaration) for declaration in kind)
    inline = {f.function.inline: f.function for f in values.functions if f.function.inline >= 0}
    return ModuleIndex(named, types, inline, values.defaults[-1] if values.defaults else None)
