"""Utility types by name: of the language and of React. Rows of data: from type arguments to a type."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.wire_types import Instance, Literal, Member, Object, Tuple, Unknown, WireType
from boundary_lsp.wire.declared.classes import constructed
from boundary_lsp.wire.declared.combining import merged, present, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.functions import parameters_of, result_of
from boundary_lsp.wire.declared.operators import awaited, exclude, extract, omit, partial, pick, record, required
from boundary_lsp.wire.declared.words import A_FUNCTION, ELEMENT, STRING

Arguments = tuple[WireType, ...]
Utility = Callable[[Context, Arguments], WireType]

_MISSING = Unknown("a type argument that is not written")


def _first(arguments: Arguments) -> WireType:
    return arguments[0] if arguments else _MISSING


def _unary(change: Callable[[WireType], WireType]) -> Utility:
    return lambda _, arguments: change(_first(arguments))


def _binary(change: Callable[[WireType, WireType], WireType]) -> Utility:
    return lambda _, arguments: change(arguments[0], arguments[1]) if len(arguments) == 2 else _MISSING


def _same(made: WireType) -> WireType:
    return made


def _result(context: Context, arguments: Arguments) -> WireType:
    return result_of(context, _first(arguments))


def _parameters(context: Context, arguments: Arguments) -> WireType:
    found = parameters_of(context, _first(arguments))
    return Unknown("parameters that are not known") if found is None else Tuple(tuple(m.type for m in found))


def _props(context: Context, arguments: Arguments) -> WireType:
    """`ComponentProps<typeof Button>`."""
    given = _first(arguments)
    if isinstance(given, Literal):
        return Object((), Unknown("props of a host element"))
    found = parameters_of(context, given)
    return found[0].type if found else Unknown("props of a component that is not known")


def _with_children(_: Context, arguments: Arguments) -> WireType:
    children = Object((Member("children", ELEMENT, optional=True),))
    if not arguments:
        return children
    return merged(arguments[0], children) if isinstance(arguments[0], Object) else Unknown("props with children")


def _instance(context: Context, arguments: Arguments) -> WireType:
    made = constructed(context, _first(arguments), ())
    return made if isinstance(made, Instance) else Unknown("an instance of something unknown")


UTILITIES: dict[str, Utility] = {
    "Partial": _unary(partial),
    "Required": _unary(required),
    "Readonly": _unary(_same),
    "NoInfer": _unary(_same),
    "NonNullable": _unary(present),
    "Awaited": _unary(awaited),
    "Pick": _binary(pick),
    "Omit": _binary(omit),
    "Record": _binary(record),
    "Exclude": _binary(exclude),
    "Extract": _binary(extract),
    "ReturnType": _result,
    "Parameters": _parameters,
    "InstanceType": _instance,
    **dict.fromkeys(("Uppercase", "Lowercase", "Capitalize", "Uncapitalize"), lambda _context, _arguments: STRING),
}

REACT_UTILITIES: dict[str, Utility] = {
    "PropsWithChildren": _with_children,
    "DetailedHTMLProps": _unary(_same),
    "PropsWithRef": _unary(_same),
    "PropsWithoutRef": _unary(_same),
    **dict.fromkeys(("ComponentProps", "ComponentPropsWithoutRef", "ComponentPropsWithRef"), _props),
    "SetStateAction": lambda _, arguments: union((_first(arguments), Unknown(A_FUNCTION))),
    "Usable": lambda _context, _arguments: Unknown("a promise or a context"),
}
