"""Values by name: the project's own, as they are and as they are seen through a door."""

from __future__ import annotations

from boundary_lsp.graph.linking import NAMESPACE, Target
from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.value_expressions import FunctionValue
from boundary_lsp.model.values import ClassDeclaration, EnumDeclaration, FunctionDeclaration, VariableDeclaration
from boundary_lsp.model.wire_types import (
    ClientReference,
    Function,
    ServerReference,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.classes import class_value, enum_object
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.members import member
from boundary_lsp.wire.declared.names import Meaning, Outside, Own, Whole
from boundary_lsp.wire.declared.origins import CodeOrigin, Scope
from boundary_lsp.wire.declared.shapes import bounded
from boundary_lsp.wire.declared.variables import variable

_RECURSIVE = Unknown("a value that refers to itself")


def named_value(context: Context, scope: Scope, binding: int, path: tuple[str, ...] = ()) -> WireType:
    """What `binding.path` is where the scope's module runs."""
    door = context.names.door(scope.module, binding, path)
    meaning = context.names.find(scope.module, binding, path)
    return seen_through(context, scope.module, door, meaning)


def exported_value(context: Context, module: int, name: str) -> WireType:
    """What importers of the module get by that name."""
    door = context.names.door_of_export(module, name)
    return seen_through(context, -1, door, context.names.exported(module, name))


def seen_through(context: Context, module: int, door: Target | None, meaning: Meaning) -> WireType:
    """`door`: where the name leads as the module graph sees it, which `meaning` looks through. `module`: where the name
    is used; -1 for nowhere yet."""
    if door is None:
        return meant(context, meaning)
    if _enters_client(context, module, door):
        rest = meaning.rest if isinstance(meaning, Own) else ()
        if rest or door.binding == NAMESPACE:
            return Unknown("a member of a client reference")
        return ClientReference(context.names.label(door))
    if door.binding < NAMESPACE:
        made = ServerReference(context.names.label(door))
        return context.origins.note(made, context.origins.of(meant(context, meaning)))
    return meant(context, meaning)


def meant(context: Context, meaning: Meaning) -> WireType:
    """The value itself, doors or not."""
    match meaning:
        case Own():
            made = declared_value(context, meaning.module, meaning.binding)
            for name in meaning.rest:
                made = member(context, made, name)
            return made
        case Outside():
            return Unknown(f"a value of {meaning.package}")
        case Whole():
            return Unknown("a module as a value")
    return Unknown(meaning.reason)


def declared_value(context: Context, module: int, binding: int) -> WireType:
    key = ("value", module, binding)
    return context.memo.once(key, lambda: bounded(_declared(context, module, binding)), lambda: _RECURSIVE)


def function_value(context: Context, scope: Scope, function: FunctionValue, overloaded: bool = False) -> WireType:
    """A function whose code is seen: its directive says whether it is a door."""
    origin = CodeOrigin(scope, function, overloaded)
    if not function.directive:
        return context.origins.note(Function(function.name), origin)
    inline = context.program.facts[scope.module].uses.inline_functions
    name = inline[function.inline].path if 0 <= function.inline < len(inline) else function.name
    return context.origins.note(ServerReference(f"{context.program.modules[scope.module]}#{name}"), origin)


def _enters_client(context: Context, module: int, door: Target) -> bool:
    directives = context.program.directives
    if not context.on_server or (module >= 0 and directives[module] == "use client"):
        return False
    return any(directives[entered] == "use client" for entered in door.via)


def _declared(context: Context, module: int, binding: int) -> WireType:
    interface = context.program.facts[module].interface
    found = interface.bindings[binding]
    if found.kind == BindingKind.INLINE:
        function = context.index(module).inline.get(found.owner)
        return function_value(context, Scope(module), function) if function else Unknown("a function not seen")
    if found.kind != BindingKind.DECLARATION:
        return Unknown("a parameter of a component")
    made = _of_declaration(context, module, found.local or found.name)
    if _is_registered(context, (module, found.owner), made) and not isinstance(made, ServerReference):
        reference = ServerReference(context.names.label(Target(module, binding)))
        return context.origins.note(reference, context.origins.of(made))
    return made


def _is_registered(context: Context, declaration: tuple[int, int], made: WireType) -> bool:
    """Server functions, and whatever else a module of them exports that turns out to be one: `export const { save } =
    api`."""
    if declaration in context.server_declarations:
        return True
    options = made.options if isinstance(made, Union) else (made,)
    return declaration in context.served_declarations and all(isinstance(option, Function) for option in options)


def _of_declaration(context: Context, module: int, name: str) -> WireType:
    index = context.index(module)
    declaration = index.values.get(name)
    match declaration:
        case VariableDeclaration():
            return variable(context, Scope(module), declaration)
        case FunctionDeclaration():
            return function_value(context, Scope(module), declaration.function, declaration.overloaded)
        case ClassDeclaration():
            return class_value(context, module, declaration)
        case EnumDeclaration():
            return enum_object(declaration)
    if name == "default" and index.default is not None:
        return context.value(Scope(module), index.default)
    return Unknown("a declaration that is not seen")
