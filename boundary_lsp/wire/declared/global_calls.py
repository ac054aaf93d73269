"""Calls of global functions whose result depends on the arguments: `Promise.all`, `Object.entries`, …"""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import Array, BuiltIn, Object, Tuple, Unknown, WireType
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.combining import merged, union
from boundary_lsp.wire.declared.constructed import CALLS
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import awaited, element_of, member_type
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.platform import global_result
from boundary_lsp.wire.declared.words import NEVER, STRING, UNDEFINED, promise

_Change = Callable[[WireType], WireType]


def global_call(context: Context, scope: Scope, path: tuple[str, ...], expression: CallValue) -> WireType | None:
    """What the call gives; None where it is no function of the tables."""
    known = global_result(path)
    if known is not None:
        return known
    name = ".".join(path)
    if name == "Array.from":
        return _array_from(context, scope, expression)
    if name == "Object.assign":
        return _assigned([context.value(scope, argument) for argument in expression.arguments])
    change = _OF_FIRST.get(name) or CALLS.get(name)
    if change is None:
        return None
    first = argument_value(context, scope, expression)
    return change(first if first is not None else UNDEFINED)


def _array_from(context: Context, scope: Scope, expression: CallValue) -> WireType:
    if len(expression.arguments) > 1:
        return Array(callback_result(context, scope, expression, 1))
    given = argument_value(context, scope, expression)
    return Array(_iterated(given)) if given is not None else Unknown("a call without arguments")


def _iterated(made: WireType) -> WireType:
    if isinstance(made, BuiltIn) and made.name == "Map":
        return Tuple(made.arguments)
    return element_of(made)


def _all(given: WireType) -> WireType:
    if isinstance(given, Tuple) and given.rest is None:
        return promise(Tuple(tuple(awaited(element) for element in given.elements)))
    return promise(Array(awaited(element_of(given))))


def _all_settled(given: WireType) -> WireType:
    return promise(Array(Unknown("a settled promise"))) if given else UNDEFINED


def _entries(given: WireType) -> WireType:
    return Array(Tuple((STRING, _values_of(given))))


def _values_of(given: WireType) -> WireType:
    if isinstance(given, Object):
        values = [member_type(member) for member in given.members]
        return union([*values, *([given.index] if given.index is not None else [])])
    return element_of(given) if isinstance(given, Array | Tuple) else Unknown("the values of something unknown")


def _from_entries(given: WireType) -> WireType:
    entry = element_of(_iterated(given) if isinstance(given, BuiltIn) else given)
    if isinstance(given, BuiltIn) and given.name == "Map":
        entry = Tuple(given.arguments)
    if not isinstance(entry, Tuple) or len(entry.elements) != 2:
        return Object((), Unknown("the values of something unknown"))
    return Object((), entry.elements[1])


def _assigned(given: list[WireType]) -> WireType:
    result: WireType = Object(())
    for made in given:
        if not isinstance(made, Object) or not isinstance(result, Object):
            return Unknown("what Object.assign makes")
        names = {member.name for member in made.members}
        kept = tuple(member for member in result.members if member.name not in names)
        result = merged(Object(kept, result.index), made)
    return result


def _same(given: WireType) -> WireType:
    return given


_OF_FIRST: dict[str, _Change] = {
    "structuredClone": _same,
    "Object.freeze": _same,
    "Object.seal": _same,
    "Promise.all": _all,
    "Promise.allSettled": _all_settled,
    "Promise.race": lambda given: promise(awaited(element_of(given))),
    "Promise.any": lambda given: promise(awaited(element_of(given))),
    "Promise.reject": lambda _: promise(NEVER),
    "Promise.resolve": lambda given: promise(awaited(given)),
    "Object.entries": _entries,
    "Object.values": lambda given: Array(_values_of(given)),
    "Object.fromEntries": _from_entries,
}
