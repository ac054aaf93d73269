"""Kinds that serializers treat alike."""

from __future__ import annotations

PLAIN = ("undefined", "null", "boolean", "number", "string")
FUNCTIONS = ("function", "class")
SYMBOLS = ("registered symbol", "symbol")

TYPED_ARRAYS = (
    "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
    "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
)  # fmt: skip

PROMISES = ("Promise", "PromiseLike")
ITERATORS = ("Iterator", "IterableIterator", "IteratorObject", "Generator")
ASYNC_ITERATORS = ("AsyncIterator", "AsyncIterableIterator", "AsyncIteratorObject", "AsyncGenerator")

NAMED_ERRORS = ("EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError", "DOMException")
ERRORS = ("Error", "AggregateError", *NAMED_ERRORS)

NAMESPACES = ("Math", "JSON", "Atomics", "Reflect")
"""Objects of the language whose members are not enumerable."""

WITH_TO_JSON = (
    "URL", "Temporal.Instant", "Temporal.PlainDate", "Temporal.PlainDateTime", "Temporal.PlainMonthDay",
    "Temporal.PlainTime", "Temporal.PlainYearMonth", "Temporal.ZonedDateTime", "Temporal.Duration",
)  # fmt: skip
"""Classes whose `toJSON` returns a string."""

ENTRY_LISTS = ("URLSearchParams", "Headers")
"""Classes that iterate over pairs."""

BOXED = ("Number", "Boolean", "BigInt", "Symbol")
"""Objects around a primitive (`new Number(1)`). One around a string can be iterated."""

CLOSED = (
    "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "SharedArrayBuffer", "RegExp",
    "Intl.Collator", "Intl.DateTimeFormat", "Intl.DisplayNames", "Intl.DurationFormat", "Intl.ListFormat",
    "Intl.Locale", "Intl.NumberFormat", "Intl.PluralRules", "Intl.RelativeTimeFormat", "Intl.Segmenter",
    "Request", "Response", "AbortController", "AbortSignal", "Event", "CustomEvent", "EventTarget", "EventEmitter",
    "TextEncoder", "TextDecoder", "WritableStream", "TransformStream",
)  # fmt: skip
"""Classes that no serializer here knows of, and that give nothing of themselves away."""

TUPLES = ("tuple", "tuple of any length", "named tuple")
MOMENTS = ("datetime", "date")

WITHOUT_LITERAL = (
    "bytes", "bytearray", "memoryview", "complex", "Decimal", "Fraction", "UUID", "time", "timedelta", "timezone",
    "Set", "frozenset", "deque", "range", "slice", "RegExp", "Path", "module", "KeysView", "ValuesView", "ItemsView",
    *ITERATORS, *ASYNC_ITERATORS, *PROMISES,
)  # fmt: skip
"""Values of languages with a larger library of data than JSON has words for."""
