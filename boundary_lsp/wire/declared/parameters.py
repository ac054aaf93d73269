"""What type parameters stand for: what they are given, what follows from the arguments, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.model.type_expressions import ArrayType, ParameterType, TypeParameter
from boundary_lsp.model.value_expressions import FunctionParameter, FunctionValue, ValueExpression
from boundary_lsp.model.wire_types import Literal, Primitive, Unknown, WireType
from boundary_lsp.wire.declared.combining import options_of, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import element_of
from boundary_lsp.wire.declared.origins import Scope

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
            follows = _from_arguments(context, function.parameters, parameter.name, given)
            names[parameter.name] = follows or _constrained(context, scope, parameter)
    return Scope(scope.module, names) if function.type_parameters else scope


def _from_arguments(
    context: Context, parameters: Sequence[FunctionParameter], name: str, given: Given
) -> WireType | None:
    """Where exactly one argument's parameter is `T` or `T[]`."""
    itself = ParameterType(name)
    fitting = [
        (argument, parameter.type)
        for argument, parameter in zip(given.arguments, parameters, strict=False)
        if parameter.type in (itself, ArrayType(itself)) and not parameter.rest
    ]
    if len(fitting) != 1:
        return None
    argument, written = fitting[0]
    made = context.value(given.scope, argument)
    return widened(made) if written == itself else element_of(made)


def _constrained(context: Context, scope: Scope, parameter: TypeParameter) -> WireType:
    if parameter.constraint is None:
        return A_PARAMETER
    made = context.type(scope, parameter.constraint)
    plain = all(isinstance(option, Primitive | Literal) for option in options_of(made))
    return made if plain else A_PARAMETER
