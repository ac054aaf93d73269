"""Functions of React and Next that give back, or hold, what they are given. Rows of data: from a call to its result."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import Component, Function, Member, Object, ServerReference, Tuple, Unknown, WireType
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.combining import is_absent, optional, union, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.functions import result_of
from boundary_lsp.wire.declared.names import Outside
from boundary_lsp.wire.declared.operators import awaited
from boundary_lsp.wire.declared.origins import ContextOrigin, ResultOrigin, Scope
from boundary_lsp.wire.declared.words import BOOLEAN, NULL, UNDEFINED, promise

_Wrapper = Callable[[Context, Scope, CallValue], WireType]


def wrapper(context: Context, scope: Scope, callee: Outside, expression: CallValue) -> WireType | None:
    """What the call gives; None where the callee is no such function."""
    made = _BY_PACKAGE.get(callee.package, {}).get(".".join(callee.path))
    return made(context, scope, expression) if made is not None else None


def _component(kind: str) -> _Wrapper:
    return lambda _context, _scope, _expression: Component(kind)


def _same_function(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """`cache(fn)`: another function with the same result."""
    given = argument_value(context, scope, expression)
    if isinstance(given, Function | ServerReference):
        return context.origins.note(Function(given.name), context.origins.of(given))
    return Unknown("a function of a package")


def _asynchronous(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """`unstable_cache(fn)`: a function that promises the result, and goes by the same name."""
    given = argument_value(context, scope, expression)
    result = promise(awaited(callback_result(context, scope, expression)))
    return context.origins.note(Function(given.name if isinstance(given, Function) else ""), ResultOrigin(result))


def _called(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return callback_result(context, scope, expression)


def _state(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """`useState`, `useOptimistic`: by the type argument, else by what it starts with."""
    return Tuple((_held(context, scope, expression), Function("setState")))


def _held(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    if expression.type_arguments:
        declared = context.type(scope, expression.type_arguments[0])
        return declared if given is not None else optional(declared)
    if given is None:
        return UNDEFINED
    if isinstance(given, Function):
        return widened(result_of(context, given))
    return Unknown("a state that starts empty") if is_absent(given) else widened(given)


def _first(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    return given if given is not None else UNDEFINED


def _action_state(context: Context, scope: Scope, expression: CallValue) -> WireType:
    start = argument_value(context, scope, expression, 1)
    state = union((awaited(callback_result(context, scope, expression)), start or UNDEFINED))
    return Tuple((state, Function("dispatch"), BOOLEAN))


def _context(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """`createContext<T>(initial)`."""
    if expression.type_arguments:
        held = context.type(scope, expression.type_arguments[0])
    else:
        given = _first(context, scope, expression)
        held = Unknown("a context that starts empty") if is_absent(given) else widened(given)
    return context.origins.note(Component("context"), ContextOrigin(held))


def _held_by_context(context: Context, scope: Scope, expression: CallValue) -> WireType:
    origin = context.origins.of(_first(context, scope, expression))
    return origin.held if isinstance(origin, ContextOrigin) else Unknown("a context that is not known")


def _transition(_context: Context, _scope: Scope, _expression: CallValue) -> WireType:
    return Tuple((BOOLEAN, Function("startTransition")))


def _used(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """`use(promise)`, `use(Context)`."""
    given = _first(context, scope, expression)
    origin = context.origins.of(given)
    return origin.held if isinstance(origin, ContextOrigin) else awaited(given)


_REACT: dict[str, _Wrapper] = {
    "memo": _component("memo"),
    "forwardRef": _component("forwardRef"),
    "lazy": _component("lazy"),
    "createContext": _context,
    "createRef": lambda _context, _scope, _expression: Object((Member("current", NULL),)),
    "useContext": _held_by_context,
    "cache": _same_function,
    "useCallback": _same_function,
    "useMemo": _called,
    "useState": _state,
    "useOptimistic": _state,
    "useActionState": _action_state,
    "useTransition": _transition,
    "useDeferredValue": _first,
    "use": _used,
}

_BY_PACKAGE: dict[str, dict[str, _Wrapper]] = {
    "react": _REACT,
    "react-dom": {"useFormState": _action_state},
    "next/cache": {"unstable_cache": _asynchronous},
}
