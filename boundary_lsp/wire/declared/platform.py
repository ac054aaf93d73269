"""Global values: constants, and what calling global functions gives. Rows of data."""

from __future__ import annotations

from boundary_lsp.model.wire_types import Array, BuiltIn, Function, Primitive, Unknown, WireType
from boundary_lsp.wire.declared.builtins import TEMPORAL, built_in
from boundary_lsp.wire.declared.combining import optional
from boundary_lsp.wire.declared.words import ANY, BIGINT, BOOLEAN, NUMBER, STRING, UNDEFINED, promise

_CONSTANTS: dict[str, WireType] = {
    "undefined": UNDEFINED,
    "NaN": NUMBER,
    "Infinity": NUMBER,
    "Number.MAX_SAFE_INTEGER": NUMBER,
    "Number.MIN_SAFE_INTEGER": NUMBER,
    "Number.MAX_VALUE": NUMBER,
    "Number.POSITIVE_INFINITY": NUMBER,
    "Number.NEGATIVE_INFINITY": NUMBER,
    "Number.EPSILON": NUMBER,
    "Math.PI": NUMBER,
    "Math.E": NUMBER,
    "window.location.href": STRING,
    "window.location.pathname": STRING,
    "window.location.search": STRING,
    "window.location.origin": STRING,
    "window.location.hash": STRING,
    "location.href": STRING,
    "document.title": STRING,
    "navigator.userAgent": STRING,
    "navigator.language": STRING,
    "Math": BuiltIn("Math"),
    "JSON": BuiltIn("JSON"),
    "Symbol.iterator": Primitive("symbol"),
    "Symbol.asyncIterator": Primitive("symbol"),
}

_MATH = (
    "abs", "ceil", "floor", "round", "trunc", "max", "min", "pow", "sqrt", "cbrt", "random", "sign", "log", "log2",
    "log10", "exp", "sin", "cos", "tan", "atan", "atan2", "hypot",
)  # fmt: skip

_RESULTS: dict[str, WireType] = {
    **dict.fromkeys((f"Math.{name}" for name in _MATH), NUMBER),
    **dict.fromkeys(
        (
            "String", "Date", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "btoa", "atob",
            "JSON.stringify", "String.fromCharCode", "String.raw", "crypto.randomUUID", "URL.createObjectURL",
            "escape", "unescape", "process.cwd", "window.prompt", "window.btoa", "window.atob",
        ),
        STRING,
    ),
    **dict.fromkeys(
        (
            "Number", "parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat", "Date.now", "Date.parse",
            "Date.UTC", "performance.now",
        ),
        NUMBER,
    ),
    **dict.fromkeys(
        (
            "Boolean", "isNaN", "isFinite", "Array.isArray", "Number.isNaN", "Number.isFinite", "Number.isInteger",
            "Number.isSafeInteger", "Object.is", "Object.hasOwn", "window.confirm", "confirm", "URL.canParse",
        ),
        BOOLEAN,
    ),
    "BigInt": BIGINT,
    "Symbol": Primitive("symbol"),
    "Symbol.for": Primitive("registered symbol"),
    "JSON.parse": ANY,
    "fetch": promise(BuiltIn("Response")),
    "Buffer.from": BuiltIn("Buffer"),
    "Buffer.alloc": BuiltIn("Buffer"),
    "Buffer.concat": BuiltIn("Buffer"),
    "Object.keys": Array(STRING),
    "Object.getOwnPropertyNames": Array(STRING),
    "Response.json": BuiltIn("Response"),
    "Response.redirect": BuiltIn("Response"),
    "AbortSignal.timeout": BuiltIn("AbortSignal"),
    **{f"Temporal.{name}.from": BuiltIn(f"Temporal.{name}") for name in TEMPORAL},
    "Temporal.Now.instant": BuiltIn("Temporal.Instant"),
    "Temporal.Now.plainDateISO": BuiltIn("Temporal.PlainDate"),
    "Temporal.Now.plainTimeISO": BuiltIn("Temporal.PlainTime"),
    "Temporal.Now.plainDateTimeISO": BuiltIn("Temporal.PlainDateTime"),
    "Temporal.Now.zonedDateTimeISO": BuiltIn("Temporal.ZonedDateTime"),
}  # fmt: skip


def global_value(path: tuple[str, ...]) -> WireType:
    """`Math.PI`, `process.env.NAME`, `String` as a value."""
    name = ".".join(path)
    if name in _CONSTANTS:
        return _CONSTANTS[name]
    if path[:2] == ("process", "env") and len(path) == 3:
        return optional(STRING)
    if name in _RESULTS and path[0] not in ("window", "document") and built_in(name) is None:
        return Function(name)
    return Unknown("a global value")


def global_result(path: tuple[str, ...]) -> WireType | None:
    """What calling it gives, whatever its arguments are; None where the table has no row."""
    return _RESULTS.get(".".join(path))
