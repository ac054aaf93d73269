"""What type parameters stand for: what they are given, what follows from the arguments, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from boundary_lsp.model.type_expressions import (
    ArrayType,
    FunctionType,
    NamedType,
    ParameterType,
    TypeExpression,
    TypeParameter,
)
from boundary_lsp.model.value_expressions import FunctionParameter, FunctionValue, ValueExpression
from boundary_lsp.model.values import TypeDeclaration
from boundary_lsp.model.wire_types import Literal, Primitive, Unknown, WireType
from boundary_lsp.wire.declared.combining import options_of, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Own
from boundary_lsp.wire.declared.operators import awaited, element_of
from boundary_lsp.wire.declared.origins import Scope


class _Place(Enum):
    ITSELF = 0
    """`value: T`."""
    ELEMENT = 1
    """`values: T[]`."""
    RESULT = 2
    """`make: () => T`."""
    PROMISED = 3
    """`make: () => Promise<T>`."""


A_PARAMETER = Unknown("a type parameter")


class Given(NamedTuple):
    """What a call gives to a function."""

    scope: Scope
    types: tuple[WireType, ...] = ()
    arguments: tuple[ValueExpression, ...] = ()


def bound(context: Context, module: int, parameters: Sequence[TypeParameter], arguments: Sequence[WireType]) -> Scope:
    """The scope of a generic declaration, its parameters bound to arguments or defaults."""
    names: dict[str, WireType] = {}
    for index, parameter in enumerate(parameters):
        if index < len(arguments):
            names[parameter.name] = arguments[index]
        elif parameter.default is not None:
            names[parameter.name] = context.type(Scope(module, dict(names)), parameter.default)
        else:
            names[parameter.name] = A_PARAMETER
    return Scope(module, names)


def inside(context: Context, scope: Scope, parameters: Sequence[TypeParameter]) -> Scope:
    """The scope inside of a generic function that nobody calls: parameters not bound yet are what bounds them, where
    that says all."""
    names = dict(scope.bound)
    for parameter in parameters:
        if parameter.name not in names:
            names[parameter.name] = _constrained(context, scope, parameter)
    return Scope(scope.module, names) if parameters else scope


def called(context: Context, scope: Scope, function: FunctionValue, given: Given) -> Scope:
    """The scope inside of a function that is called with this."""
    names = dict(scope.bound)
    for index, parameter in enumerate(function.type_parameters):
        if index < len(given.types):
            names[parameter.name] = given.types[index]
        else:
            follows = _from_arguments(context, scope.module, function.parameters, parameter.name, given)
            names[parameter.name] = follows or _constrained(context, scope, parameter)
    return Scope(scope.module, names) if function.type_parameters else scope


def _from_arguments(
    context: Context, module: int, parameters: Sequence[FunctionParameter], name: str, given: Given
) -> WireType | None:
    """Where exactly one argument tells what `T` is."""
    found = [
        (argument, place)
        for argument, parameter in zip(given.arguments, parameters, strict=False)
        if not parameter.rest and (place := _place(context, module, parameter.type, name)) is not None
    ]
    if len(found) != 1:
        return None
    argument, place = found[0]
    made = context.value(given.scope, argument)
    match place:
        case _Place.ITSELF:
            return widened(made)
        case _Place.ELEMENT:
            return element_of(made)
        case _Place.RESULT:
            return context.result(made)
        case _Place.PROMISED:
            return awaited(context.result(made))


def _place(context: Context, module: int, written: TypeExpression | None, name: str) -> _Place | None:
    """Where in a parameter's type the type parameter stands."""
    itself = ParameterType(name)
    if written == itself:
        return _Place.ITSELF
    if written == ArrayType(itself):
        return _Place.ELEMENT
    if isinstance(written, FunctionType) and written.returns is not None:
        if written.returns == itself:
            return _Place.RESULT
        return _Place.PROMISED if written.returns == NamedType(("Promise",), -1, (itself,)) else None
    return _place_in_alias(context, module, written, name) if isinstance(written, NamedType) else None


def _place_in_alias(context: Context, module: int, written: NamedType, name: str) -> _Place | None:
    """`action: Handler<T>`, where `Handler` is the project's name for a type of functions."""
    itself = ParameterType(name)
    if itself not in written.arguments or written.binding < 0:
        return None
    meaning = context.names.find(module, written.binding, written.name[1:])
    if not isinstance(meaning, Own) or meaning.rest:
        return None
    binding = context.program.facts[meaning.module].interface.bindings[meaning.binding]
    declaration = context.index(meaning.module).types.get(binding.local or binding.name)
    position = written.arguments.index(itself)
    if not isinstance(declaration, TypeDeclaration) or not isinstance(declaration.body, FunctionType):
        return None
    if position >= len(declaration.parameters):
        return None
    return _place(context, meaning.module, declaration.body, declaration.parameters[position].name)


def _constrained(context: Context, scope: Scope, parameter: TypeParameter) -> WireType:
    if parameter.constraint is None:
        return A_PARAMETER
    made = context.type(scope, parameter.constraint)
    plain = all(isinstance(option, Primitive | Literal) for option in options_of(made))
    return made if plain else A_PARAMETER
