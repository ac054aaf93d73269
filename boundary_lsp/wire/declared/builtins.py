"""Classes of the language and the platform, by name. Rows of data."""

from __future__ import annotations

from boundary_lsp.model.wire_types import Array, BuiltIn, Object, Union, Unknown, WireType
from boundary_lsp.wire.declared.words import (
    A_FUNCTION,
    BIGINT,
    BOOLEAN,
    ELEMENT,
    NUMBER,
    STRING,
)

ERRORS = frozenset(
    {
        "Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError", "AggregateError",
        "DOMException",
    }
)  # fmt: skip

TYPED_ARRAYS = frozenset(
    {
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
        "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    }
)  # fmt: skip

PLAIN_CLASSES = (
    ERRORS
    | TYPED_ARRAYS
    | {
        "Date", "RegExp", "URL", "URLSearchParams", "FormData", "Headers", "Request", "Response", "Blob", "File",
        "ArrayBuffer", "SharedArrayBuffer", "DataView", "Buffer", "AbortController", "AbortSignal", "WeakMap",
        "WeakSet", "WeakRef", "TextEncoder", "TextDecoder", "WritableStream", "TransformStream", "MessageChannel",
        "MessagePort", "EventTarget", "Worker", "WebSocket", "XMLHttpRequest", "FileReader", "IntersectionObserver",
        "ResizeObserver", "MutationObserver", "Event", "CustomEvent",
    }
)  # fmt: skip
"""An instance is known by the name alone."""

HOLDERS = {
    "Map": ("Map", 2), "ReadonlyMap": ("Map", 2), "Set": ("Set", 1), "ReadonlySet": ("Set", 1),
    "Promise": ("Promise", 1), "PromiseLike": ("Promise", 1), "ReadableStream": ("ReadableStream", 1),
    "AsyncGenerator": ("AsyncGenerator", 1), "AsyncIterable": ("AsyncIterable", 1),
    "Iterable": ("Iterable", 1), "AsyncIterableIterator": ("AsyncGenerator", 1), "Generator": ("Generator", 1),
    "IterableIterator": ("Iterator", 1), "Iterator": ("Iterator", 1), "AsyncIterator": ("AsyncIterator", 1),
}  # fmt: skip
"""Generic ones: the name that serializer tables use, and how many arguments count."""

ARRAYS = frozenset({"Array", "ReadonlyArray", "ConcatArray"})

WRAPPERS: dict[str, WireType] = {"String": STRING, "Number": NUMBER, "Boolean": BOOLEAN, "BigInt": BIGINT}
"""As a type, the wrapper's name accepts the primitive."""

INTL = frozenset(
    {
        "NumberFormat", "DateTimeFormat", "PluralRules", "RelativeTimeFormat", "ListFormat", "Collator", "Segmenter",
        "DisplayNames", "Locale",
    }
)  # fmt: skip

TEMPORAL = frozenset(
    {
        "Instant", "ZonedDateTime", "PlainDate", "PlainTime", "PlainDateTime", "PlainYearMonth", "PlainMonthDay",
        "Duration",
    }
)  # fmt: skip

_DOTTED = {"Intl": INTL, "Temporal": TEMPORAL}


def built_in(name: str, arguments: tuple[WireType, ...] = ()) -> WireType | None:
    """An instance of the class of that name; None where there is no such class."""
    if name in PLAIN_CLASSES:
        return BuiltIn(name)
    if name in ARRAYS:
        return Array(arguments[0] if arguments else _UNSAID)
    if name in HOLDERS:
        called, count = HOLDERS[name]
        given = arguments[:count]
        return BuiltIn(called, (*given, *(_UNSAID for _ in range(count - len(given)))))
    return None


def dotted(path: tuple[str, ...]) -> WireType | None:
    """`Intl.NumberFormat`, `Temporal.PlainDate`."""
    names = _DOTTED.get(path[0], frozenset()) if len(path) == 2 else frozenset()
    return BuiltIn(".".join(path)) if path[-1] in names else None


_UNSAID = Unknown("a type argument that is not written")

NAMED: dict[str, WireType] = {
    **WRAPPERS,
    "Function": Unknown(A_FUNCTION),
    "CallableFunction": Unknown(A_FUNCTION),
    "Object": Unknown("object"),
    "Symbol": Unknown("a symbol that may be registered"),
    "Math": BuiltIn("Math"),
    "JSON": BuiltIn("JSON"),
    "NodeJS.ProcessEnv": BuiltIn("ProcessEnv"),
    "NodeJS.Timeout": BuiltIn("Timeout"),
    "PropertyKey": Union((STRING, NUMBER)),
    "TemplateStringsArray": Array(STRING),
    "DOMStringMap": Object((), STRING),
    "JSX.Element": ELEMENT,
    "JSX.ElementType": Unknown("a component that may be a client reference"),
    "GeoJSON": Object((), Unknown("any")),
}
"""Global names that stand for something else than a class."""
