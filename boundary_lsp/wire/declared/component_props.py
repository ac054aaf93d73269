"""The props that a component is declared to take."""

from __future__ import annotations

from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.type_expressions import IntersectionType, NamedType, TypeExpression
from boundary_lsp.model.value_expressions import CallValue, FunctionValue, NameValue, TypedValue, ValueExpression
from boundary_lsp.model.values import ClassDeclaration, FunctionDeclaration, TypeDeclaration, VariableDeclaration
from boundary_lsp.model.wire_types import Object, Unknown, WireType
from boundary_lsp.wire.declared.combining import merged
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Own
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.parameters import bound, inside

_COMPONENT_TYPES = frozenset({"FC", "FunctionComponent", "VFC", "ComponentType", "NextPage", "SFC", "ComponentClass"})
_PROPS_ARGUMENT = {"memo": 0, "forwardRef": 1, "observer": 0, "dynamic": 0, "lazy": 0}
"""Wrappers, and which of their type arguments are the props."""
_MAX_WRAPPERS = 5
_UNDECLARED = Unknown("props that are not declared")
_OPEN = Unknown("props of an unknown type")


def component_props(context: Context, module: int, declaration: int) -> WireType:
    """The declared props of a top-level declaration: of an object, with what is not known as its index."""
    name = context.program.facts[module].interface.declarations[declaration].name
    return _of_name(context, module, name, 0)


def _of_name(context: Context, module: int, name: str, depth: int) -> WireType:
    index = context.index(module)
    found = index.values.get(name)
    match found:
        case FunctionDeclaration():
            return _of_function(context, module, found.function)
        case VariableDeclaration():
            written = _of_annotation(context, module, found.type)
            return written or _of_value(context, module, found.value, depth)
        case ClassDeclaration():
            return _of_class(context, module, found)
    if name == "default" and index.default is not None:
        return _of_value(context, module, index.default, depth)
    return _UNDECLARED


def _of_value(context: Context, module: int, value: ValueExpression, depth: int) -> WireType:
    if depth > _MAX_WRAPPERS:
        return _UNDECLARED
    match value:
        case FunctionValue():
            return _of_function(context, module, value)
        case TypedValue():
            written = _of_annotation(context, module, value.type)
            inner = value.value
            return written or (_of_value(context, module, inner, depth + 1) if inner is not None else _UNDECLARED)
        case NameValue():
            return _of_binding(context, module, value.binding, depth)
        case CallValue():
            return _of_wrapper(context, module, value, depth)
    return _UNDECLARED


def _of_binding(context: Context, module: int, binding: int, depth: int) -> WireType:
    meaning = context.names.find(module, binding)
    if not isinstance(meaning, Own):
        return _UNDECLARED
    found = context.program.facts[meaning.module].interface.bindings[meaning.binding]
    if found.kind != BindingKind.DECLARATION:
        return _UNDECLARED
    return _of_name(context, meaning.module, found.local or found.name, depth + 1)


def _of_wrapper(context: Context, module: int, value: CallValue, depth: int) -> WireType:
    """`memo<Props>(…)`, `forwardRef<HTMLElement, Props>(…)`, or what the wrapped component takes."""
    name = getattr(value.callee, "name", "") or _name_of(context, module, value.callee)
    position = _PROPS_ARGUMENT.get(name)
    if position is not None and position < len(value.type_arguments):
        return open_props(context, Scope(module), value.type_arguments[position])
    return _of_value(context, module, value.arguments[0], depth + 1) if value.arguments else _UNDECLARED


def _name_of(context: Context, module: int, callee: ValueExpression) -> str:
    bindings = context.program.facts[module].interface.bindings
    return bindings[callee.binding].name if isinstance(callee, NameValue) else ""


def _of_function(context: Context, module: int, function: FunctionValue) -> WireType:
    if not function.parameters:
        return Object(())
    written = function.parameters[0].type
    scope = inside(context, Scope(module), function.type_parameters)
    return open_props(context, scope, written) if written is not None else _UNDECLARED


def _of_annotation(context: Context, module: int, written: TypeExpression | None) -> WireType | None:
    """`const Row: FC<Props>`."""
    if isinstance(written, NamedType) and written.name[-1] in _COMPONENT_TYPES and written.arguments:
        return open_props(context, Scope(module), written.arguments[0])
    return None


def _of_class(context: Context, module: int, declaration: ClassDeclaration) -> WireType:
    extends = declaration.extends
    if isinstance(extends, NamedType) and extends.name[-1] in ("Component", "PureComponent") and extends.arguments:
        return open_props(context, Scope(module), extends.arguments[0])
    return _UNDECLARED


def open_props(context: Context, scope: Scope, written: TypeExpression, depth: int = 0) -> WireType:
    """Props are always a plain object, so of an intersection the known parts are known whatever the others are."""
    if isinstance(written, IntersectionType):
        made = Object(())
        for part in written.parts:
            found = open_props(context, scope, part, depth)
            made = merged(made, found if isinstance(found, Object) else Object((), _OPEN))
        return made
    alias = _alias_of(context, scope, written) if depth < _MAX_WRAPPERS else None
    if alias is not None:
        return open_props(context, *alias, depth + 1)
    return context.type(scope, written)


def _alias_of(context: Context, scope: Scope, written: TypeExpression) -> tuple[Scope, TypeExpression] | None:
    """The intersection that a name of the project stands for."""
    if not isinstance(written, NamedType) or written.binding < 0 or written.specifier:
        return None
    meaning = context.names.find(scope.module, written.binding, written.name[1:])
    if not isinstance(meaning, Own) or meaning.rest:
        return None
    binding = context.program.facts[meaning.module].interface.bindings[meaning.binding]
    declaration = context.index(meaning.module).types.get(binding.local or binding.name)
    if not isinstance(declaration, TypeDeclaration) or not isinstance(declaration.body, IntersectionType):
        return None
    arguments = [context.type(scope, argument) for argument in written.arguments]
    return bound(context, meaning.module, declaration.parameters, arguments), declaration.body
