"""What methods of the language's own values give: `.map(fn)`, `.toFixed(2)`, `.get(key)`. Rows of data."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.value_expressions import CallValue, GlobalValue
from boundary_lsp.model.wire_types import Array, BuiltIn, Literal, Primitive, Tuple, Union, Unknown, WireType
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.combining import is_absent, optional, present, union, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.method_rows import ANYTHING, BY_KIND
from boundary_lsp.wire.declared.operators import awaited, element_of
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.words import NUMBER, UNDEFINED, promise

_Method = Callable[[Context, Scope, WireType, CallValue], WireType]


def method(context: Context, scope: Scope, receiver: WireType, name: str, expression: CallValue) -> WireType:
    """What `receiver.name(…)` gives."""
    if isinstance(receiver, Union):
        options = [
            UNDEFINED if is_absent(option) else method(context, scope, option, name, expression)
            for option in receiver.options
        ]
        return union(options)
    kind = _kind(receiver)
    fixed = BY_KIND.get(kind, {}).get(name) or (ANYTHING.get(name) if kind in ("", "unknown") else None)
    if fixed is not None:
        return fixed
    computed = _COMPUTED.get(kind, {}).get(name)
    if computed is not None:
        return computed(context, scope, receiver, expression)
    return Unknown(receiver.reason if isinstance(receiver, Unknown) else "a method that is not known")


def _kind(receiver: WireType) -> str:
    match receiver:
        case Array() | Tuple():
            return "array"
        case BuiltIn():
            return receiver.name
        case Primitive():
            return receiver.name
        case Literal():
            return "string" if isinstance(receiver.value, str) else "number"
        case Unknown():
            return "unknown"
    return ""


def _map(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    return Array(widened(callback_result(context, scope, expression)))


def _flat_map(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    return Array(_flattened(callback_result(context, scope, expression)))


def _flat(_context: Context, _scope: Scope, receiver: WireType, _expression: CallValue) -> WireType:
    return Array(_flattened(element_of(receiver)))


def _flattened(made: WireType) -> WireType:
    if isinstance(made, Union):
        return union(_flattened(option) for option in made.options)
    return element_of(made) if isinstance(made, Array | Tuple) else made


def _same(_context: Context, _scope: Scope, receiver: WireType, _expression: CallValue) -> WireType:
    return Array(element_of(receiver)) if isinstance(receiver, Array | Tuple) else receiver


def _filter(context: Context, scope: Scope, receiver: WireType, expression: CallValue) -> WireType:
    if expression.type_arguments:
        return Array(context.type(scope, expression.type_arguments[0]))
    element = element_of(receiver)
    return Array(present(element) if expression.arguments[:1] == (GlobalValue("Boolean"),) else element)


def _concat(context: Context, scope: Scope, receiver: WireType, expression: CallValue) -> WireType:
    added = [_flattened(context.value(scope, argument)) for argument in expression.arguments]
    return Array(union((element_of(receiver), *added)))


def _element(_context: Context, _scope: Scope, receiver: WireType, _expression: CallValue) -> WireType:
    return optional(element_of(receiver))


def _reduce(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    """By its type argument, or a primitive that it starts with."""
    if expression.type_arguments:
        return context.type(scope, expression.type_arguments[0])
    start = argument_value(context, scope, expression, 1)
    if isinstance(start, Literal | Primitive):
        return widened(start)
    return Unknown("what an array is reduced to")


def _then(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    return promise(awaited(callback_result(context, scope, expression)))


def _catch(context: Context, scope: Scope, receiver: WireType, expression: CallValue) -> WireType:
    return promise(union((awaited(receiver), awaited(callback_result(context, scope, expression)))))


def _value(_context: Context, _scope: Scope, receiver: WireType, _expression: CallValue) -> WireType:
    held = receiver.arguments if isinstance(receiver, BuiltIn) else ()
    return optional(held[-1]) if held else Unknown("what a map holds")


def _iterator(pick: Callable[[tuple[WireType, ...]], WireType]) -> _Method:
    def made(_context: Context, _scope: Scope, receiver: WireType, _expression: CallValue) -> WireType:
        held = receiver.arguments if isinstance(receiver, BuiltIn) else (NUMBER, element_of(receiver))
        return BuiltIn("Iterator", (pick(held) if held else Unknown("what an iterator gives"),))

    return made


def _pair(held: tuple[WireType, ...]) -> WireType:
    return Tuple((held[0], held[-1]))


_COMPUTED: dict[str, dict[str, _Method]] = {
    "array": {
        "map": _map,
        "flatMap": _flat_map,
        "flat": _flat,
        "filter": _filter,
        "concat": _concat,
        "reduce": _reduce,
        "reduceRight": _reduce,
        **dict.fromkeys(
            ("slice", "sort", "reverse", "splice", "toSorted", "toReversed", "toSpliced", "fill", "with"), _same
        ),
        **dict.fromkeys(("find", "findLast", "at", "pop", "shift"), _element),
        "entries": _iterator(_pair),
        "keys": _iterator(lambda held: held[0]),
        "values": _iterator(lambda held: held[-1]),
    },
    "Map": {
        "get": _value,
        "set": _same,
        "entries": _iterator(_pair),
        "keys": _iterator(lambda held: held[0]),
        "values": _iterator(lambda held: held[-1]),
    },
    "Set": {"add": _same, "values": _iterator(lambda held: held[-1]), "keys": _iterator(lambda held: held[-1])},
    "Promise": {"then": _then, "catch": _catch, "finally": _same},
    "unknown": {"map": _map, "flatMap": _flat_map},
}
