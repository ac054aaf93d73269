"""`.optional()`, `.extend({ … })`: what methods of schemas make of them. Rows of data."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import (
    Array,
    Literal,
    Object,
    WireType,
)
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.combining import intersection, optional, options_of, present, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import awaited, omit, partial, pick, required
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.words import NULL, UNDEFINED, promise
from boundary_lsp.wire.declared.zod.outputs import NOT_UNDERSTOOD, given_output, shape_of

_Method = Callable[[Context, Scope, WireType, CallValue], WireType]


def _extended(context: Context, scope: Scope, output: WireType, expression: CallValue) -> WireType:
    return _with(output, shape_of(context, argument_value(context, scope, expression)))


def _merged(context: Context, scope: Scope, output: WireType, expression: CallValue) -> WireType:
    return _with(output, given_output(context, scope, expression))


def _with(output: WireType, added: WireType | None) -> WireType:
    if not isinstance(output, Object) or not isinstance(added, Object):
        return NOT_UNDERSTOOD
    names = {member.name for member in added.members}
    kept = tuple(member for member in output.members if member.name not in names)
    return replace(output, members=(*kept, *added.members))


def _keys(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """The names in `{ id: true }`."""
    given = argument_value(context, scope, expression)
    return union(Literal(m.name) for m in given.members) if isinstance(given, Object) else NOT_UNDERSTOOD


def _transformed(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    return awaited(callback_result(context, scope, expression))


def _defaulted(_context: Context, _scope: Scope, output: WireType, _expression: CallValue) -> WireType:
    return union(option for option in options_of(output) if option != UNDEFINED)


def _whole(change: Callable[[WireType], WireType]) -> _Method:
    """Of some of the keys only, where they are given: that is not followed."""
    return lambda _context, _scope, output, call: NOT_UNDERSTOOD if call.arguments else change(output)


METHODS: dict[str, _Method] = {
    "optional": lambda _context, _scope, output, _: optional(output),
    "nullable": lambda _context, _scope, output, _: union((output, NULL)),
    "nullish": lambda _context, _scope, output, _: union((output, NULL, UNDEFINED)),
    "unwrap": lambda _context, _scope, output, _: present(output),
    "array": lambda _context, _scope, output, _: Array(output),
    "promise": lambda _context, _scope, output, _: promise(output),
    "partial": lambda _context, _scope, output, expression: NOT_UNDERSTOOD if expression.arguments else partial(output),
    "required": lambda _context, _scope, output, expression: (
        NOT_UNDERSTOOD if expression.arguments else required(output)
    ),
    "pick": lambda context, scope, output, expression: pick(output, _keys(context, scope, expression)),
    "omit": lambda context, scope, output, expression: omit(output, _keys(context, scope, expression)),
    **dict.fromkeys(("extend", "safeExtend", "augment"), _extended),
    "merge": _merged,
    "and": lambda context, scope, output, expression: intersection((output, given_output(context, scope, expression))),
    "or": lambda context, scope, output, expression: union((output, given_output(context, scope, expression))),
    "pipe": lambda context, scope, _, expression: given_output(context, scope, expression),
    "transform": _transformed,
    **dict.fromkeys(("default", "prefault"), _defaulted),
}

SAME = frozenset(
    {
        "min", "max", "length", "email", "url", "uuid", "cuid", "cuid2", "ulid", "nanoid", "regex", "trim",
        "toLowerCase", "toUpperCase", "startsWith", "endsWith", "includes", "datetime", "date", "time", "ip", "emoji",
        "int", "positive", "nonnegative", "negative", "nonpositive", "finite", "safe", "multipleOf", "step", "gt",
        "gte", "lt", "lte", "nonempty", "size", "refine", "superRefine", "check", "describe", "meta", "brand",
        "readonly", "strict", "strip", "passthrough", "loose", "catch", "register", "openapi", "overwrite",
    }
)  # fmt: skip
"""Methods that check, but change no type."""
