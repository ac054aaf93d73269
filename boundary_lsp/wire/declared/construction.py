"""What `new` makes."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import NewValue
from boundary_lsp.model.wire_types import Array, BuiltIn, ClientReference, Object, Tuple, Unknown, WireType
from boundary_lsp.wire.declared import packages
from boundary_lsp.wire.declared.builtins import ARRAYS, HOLDERS, WRAPPERS, built_in, dotted
from boundary_lsp.wire.declared.classes import constructed
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Outside
from boundary_lsp.wire.declared.operators import element_of
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.paths import global_path, name_path


def construct(context: Context, scope: Scope, expression: NewValue) -> WireType:
    """An instance of the class, as far as it is known."""
    types = tuple(context.type(scope, written) for written in expression.type_arguments)
    path = global_path(expression.callee)
    if path is not None:
        return _platform(context, scope, path, types, expression)
    named = name_path(expression.callee)
    if named is not None:
        meaning = context.names.find(scope.module, *named)
        if isinstance(meaning, Outside):
            known = packages.found(packages.CLASSES, meaning.package, meaning.path)
            return known or Unknown(f"an instance of a class of {meaning.package}")
    callee = context.value(scope, expression.callee)
    if isinstance(callee, ClientReference):
        return Unknown("an instance of a client reference")
    return constructed(context, callee, types)


def _platform(
    context: Context, scope: Scope, path: tuple[str, ...], types: tuple[WireType, ...], expression: NewValue
) -> WireType:
    if path == ("Object",):
        return Object(())
    if path[0] in WRAPPERS and len(path) == 1:
        return BuiltIn(path[0])
    if len(path) > 1:
        return dotted(path) or Unknown("an instance of something global")
    made = built_in(path[0], types or _held(context, scope, path[0], expression))
    return made or Unknown("an instance of something global")


def _held(context: Context, scope: Scope, name: str, expression: NewValue) -> tuple[WireType, ...]:
    """What `new Map(entries)` and `new Set(items)` hold."""
    if name in ARRAYS or name not in HOLDERS or not expression.arguments:
        return ()
    given = context.value(scope, expression.arguments[0])
    if name == "Map":
        return given.arguments if isinstance(given, BuiltIn) and given.name == "Map" else _pair(given)
    return (element_of(given),) if name == "Set" else ()


def _pair(entries: WireType) -> tuple[WireType, ...]:
    element = element_of(entries)
    if isinstance(element, Tuple) and len(element.elements) == 2:
        return element.elements
    return (element.element, element.element) if isinstance(element, Array) else ()
