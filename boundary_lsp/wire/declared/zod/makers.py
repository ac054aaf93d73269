"""`z.string()`, `z.object({ … })`: what schemas by their makers let through. Rows of data."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.value_expressions import CallValue, GlobalValue
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Object,
    Tuple,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.builtins import built_in
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.classes import constructed
from boundary_lsp.wire.declared.combining import intersection, optional, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import record
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.words import ANY, BIGINT, BOOLEAN, NEVER, NULL, NUMBER, STRING, UNDEFINED, promise
from boundary_lsp.wire.declared.zod.outputs import NOT_UNDERSTOOD, given_output, output_of, shape_of

_Maker = Callable[[Context, Scope, CallValue], WireType]


def _object(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return shape_of(context, argument_value(context, scope, expression)) or NOT_UNDERSTOOD


def _enum(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    match given:
        case Tuple():
            return union(given.elements)
        case Array():
            return given.element
        case Object():
            return union([*(member.type for member in given.members), *([given.index] if given.index else [])])
    return NOT_UNDERSTOOD


def _each(context: Context, scope: Scope, expression: CallValue, index: int) -> tuple[WireType, ...] | None:
    given = argument_value(context, scope, expression, index)
    return tuple(output_of(context, e) for e in given.elements) if isinstance(given, Tuple) else None


def _union(index: int) -> _Maker:
    def made(context: Context, scope: Scope, expression: CallValue) -> WireType:
        options = _each(context, scope, expression, index)
        return union(options) if options else NOT_UNDERSTOOD

    return made


def _tuple(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return Tuple(_each(context, scope, expression, 0) or (), None)


def _record(context: Context, scope: Scope, expression: CallValue) -> WireType:
    if len(expression.arguments) < 2:
        return Object((), given_output(context, scope, expression))
    return record(given_output(context, scope, expression), given_output(context, scope, expression, 1))


def _literal(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    return union(given.elements) if isinstance(given, Tuple) else given or NOT_UNDERSTOOD


def _instance(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = expression.arguments[0] if expression.arguments else None
    if isinstance(given, GlobalValue):
        return built_in(given.name) or NOT_UNDERSTOOD
    return constructed(context, context.value(scope, given), ()) if given is not None else NOT_UNDERSTOOD


def _lazy(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return output_of(context, callback_result(context, scope, expression))


PLAIN: dict[str, WireType] = {
    **dict.fromkeys(
        (
            "string", "email", "url", "uuid", "cuid", "cuid2", "ulid", "nanoid", "iso.date", "iso.datetime", "iso.time",
            "ipv4", "ipv6", "base64", "jwt", "guid", "emoji", "templateLiteral", "stringFormat",
        ),
        STRING,
    ),
    **dict.fromkeys(("number", "int", "int32", "uint32", "float32", "float64", "nan"), NUMBER),
    **dict.fromkeys(("boolean", "stringbool"), BOOLEAN),
    "bigint": BIGINT,
    "date": BuiltIn("Date"),
    "null": NULL,
    "undefined": UNDEFINED,
    "void": UNDEFINED,
    "any": ANY,
    "unknown": Unknown("unknown"),
    "never": NEVER,
    "file": BuiltIn("File"),
}  # fmt: skip

MAKERS: dict[str, _Maker] = {
    **dict.fromkeys(("object", "strictObject", "looseObject"), _object),
    "array": lambda context, scope, expression: Array(given_output(context, scope, expression)),
    "set": lambda context, scope, expression: BuiltIn("Set", (given_output(context, scope, expression),)),
    "map": lambda context, scope, expression: BuiltIn(
        "Map", (given_output(context, scope, expression), given_output(context, scope, expression, 1))
    ),
    "promise": lambda context, scope, expression: promise(given_output(context, scope, expression)),
    "optional": lambda context, scope, expression: optional(given_output(context, scope, expression)),
    "nullable": lambda context, scope, expression: union((given_output(context, scope, expression), NULL)),
    **dict.fromkeys(("enum", "nativeEnum"), _enum),
    "literal": _literal,
    "union": _union(0),
    "discriminatedUnion": _union(1),
    "intersection": lambda context, scope, expression: intersection(
        (given_output(context, scope, expression), given_output(context, scope, expression, 1))
    ),
    "tuple": _tuple,
    "record": _record,
    "instanceof": _instance,
    "lazy": _lazy,
    "preprocess": lambda context, scope, expression: given_output(context, scope, expression, 1),
}
