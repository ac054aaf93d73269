"""What a function gives and takes."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import FunctionParameter, FunctionValue
from boundary_lsp.model.wire_types import BuiltIn, Member, Signature, Union, Unknown, WireType
from boundary_lsp.wire.declared.combining import is_absent, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import awaited
from boundary_lsp.wire.declared.origins import CodeOrigin, ResultOrigin, Scope, TypeOrigin
from boundary_lsp.wire.declared.parameters import Given, called, inside
from boundary_lsp.wire.declared.words import UNDEFINED, promise

_NO_TYPE = Unknown("a parameter without a type")
_RECURSIVE = Unknown("a function that calls itself")


def signature_of(context: Context, scope: Scope, function: FunctionValue) -> Signature:
    """A function as its callers see it."""
    within = inside(context, scope, function.type_parameters)
    parameters = tuple(_parameter(context, within, parameter) for parameter in function.parameters)
    return Signature(parameters, function_result(context, within, function))


def built_signature(context: Context, made: WireType) -> Signature | None:
    """Of a value that is a function, by what it was made from."""
    parameters = parameters_of(context, made)
    return None if parameters is None else Signature(parameters, result_of(context, made))


def function_result(context: Context, scope: Scope, function: FunctionValue) -> WireType:
    """What calling it gives, by its annotation, else by what it returns. `scope` binds its type parameters."""
    if function.returns is not None:
        return context.type(scope, function.returns)
    context.origins.keep(function)
    bound = tuple(scope.bound.values())
    key = ("result", id(function), bound, context.origins.fingerprint(bound))
    return context.memo.once(key, lambda: _inferred(context, scope, function), lambda: _RECURSIVE)


def result_of(context: Context, made: WireType, given: Given | None = None) -> WireType:
    """What calling a value of this type gives, as far as its code or its type was seen."""
    if isinstance(made, Union):
        return union(UNDEFINED if is_absent(o) else result_of(context, o, given) for o in made.options)
    origin = context.origins.of(made)
    match origin:
        case CodeOrigin(scope, function, overloaded):
            if overloaded:
                return Unknown("an overloaded function")
            if given is None:
                return function_result(context, inside(context, scope, function.type_parameters), function)
            return function_result(context, called(context, scope, function, given), function)
        case TypeOrigin(scope, function_type):
            returns = function_type.returns
            return context.type(scope, returns) if returns is not None else Unknown("a result that is not declared")
        case ResultOrigin(result, _):
            return result
    return Unknown(made.reason) if isinstance(made, Unknown) else Unknown("a call of something unknown")


def parameters_of(context: Context, made: WireType) -> tuple[Member, ...] | None:
    """The parameters of a function of this type; None where neither its code nor its type was seen."""
    origin = context.origins.of(made)
    match origin:
        case CodeOrigin(scope, function, _):
            within = inside(context, scope, function.type_parameters)
            return tuple(_parameter(context, within, parameter) for parameter in function.parameters)
        case TypeOrigin(scope, function_type):
            return tuple(
                Member(str(index), context.type(scope, written))
                for index, written in enumerate(function_type.parameters)
            )
        case ResultOrigin(_, parameters):
            return parameters
    return None


def _parameter(context: Context, scope: Scope, parameter: FunctionParameter) -> Member:
    made = context.type(scope, parameter.type) if parameter.type is not None else _NO_TYPE
    return Member(f"...{parameter.name}" if parameter.rest else parameter.name, made, parameter.optional)


def _inferred(context: Context, scope: Scope, function: FunctionValue) -> WireType:
    if function.is_generator:
        return BuiltIn("AsyncGenerator" if function.is_async else "Generator", (Unknown("what a generator yields"),))
    returned = [context.value(scope, expression) for expression in function.returned]
    if function.falls_through or not returned:
        returned.append(UNDEFINED)
    return promise(awaited(union(returned))) if function.is_async else union(returned)
