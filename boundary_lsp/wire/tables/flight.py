"""React Flight, as `react-server-dom-*` speaks it: from 18.3 (Next 14) on.

`lossy` is what one of development and production changes: an error keeps its message in development only.
"""

from __future__ import annotations

from boundary_lsp.model.wire import Verdict
from boundary_lsp.wire.rows import ENTRIES, ITEMS, PROMISE, STREAM, Place, Row
from boundary_lsp.wire.tables.groups import (
    ASYNC_ITERATORS,
    BOXED,
    CLOSED,
    ENTRY_LISTS,
    ERRORS,
    FUNCTIONS,
    ITERATORS,
    NAMED_ERRORS,
    NAMESPACES,
    PLAIN,
    PROMISES,
    SYMBOLS,
    TYPED_ARRAYS,
    WITH_TO_JSON,
)

_OK, _LOSSY, _OPAQUE, _ERROR = Verdict.OK, Verdict.LOSSY, Verdict.OPAQUE, Verdict.ERROR
_BINARY = ("ArrayBuffer", "DataView", "Blob", "File")
_REFUSED = (*CLOSED, *BOXED, "instance", "globalThis", "ProcessEnv", "Timeout")
_WRAPPERS = ("memo", "forwardRef")
_RETURNED = "what its toJSON returns"

_BOTH_WAYS = (
    Row((*PLAIN, "bigint", "Object"), _OK),
    Row(("Array",), _OK, "an array"),
    Row(("Date",), _OK),
    Row(("Map",), _OK, holds=ENTRIES),
    Row(("Set",), _OK, holds=ITEMS),
    Row(PROMISES, _OK, holds=PROMISE),
    Row(("Iterable",), _OK, "an array", holds=ITEMS),
    Row(ITERATORS, _LOSSY, "an array", holds=ITEMS),
    Row(ITERATORS, _OK, "an iterator", since=(19,), holds=ITEMS),
    Row(("AsyncIterable",), _LOSSY, "an empty object"),
    Row(("AsyncIterable",), _OK, "an asynchronous iterable", since=(19,), holds=STREAM),
    Row(("ReadableStream", *ASYNC_ITERATORS), _ERROR),
    Row(("ReadableStream",), _OK, since=(19,), holds=STREAM),
    Row(ASYNC_ITERATORS, _OK, "an asynchronous iterator", since=(19,), holds=STREAM),
    Row(TYPED_ARRAYS, _LOSSY, "an array"),
    Row(TYPED_ARRAYS, _OK, since=(19,)),
    Row(_BINARY, _ERROR),
    Row(_BINARY, _OK, since=(19,)),
    Row(("Buffer",), _LOSSY, "an object with the members type and data"),
    Row(ENTRY_LISTS, _LOSSY, "an array of pairs"),
    Row(("String",), _LOSSY, "an array of characters"),
    Row(NAMESPACES, _LOSSY, "an empty object"),
    Row(WITH_TO_JSON, _LOSSY, "a string"),
    Row(("instance with toJSON", "object with toJSON"), _LOSSY, _RETURNED),
    Row(("server reference",), _OK),
)

SERVER_TO_CLIENT = (
    *_BOTH_WAYS,
    Row(("registered symbol",), _OK),
    Row((*FUNCTIONS, *_WRAPPERS, *_REFUSED, "symbol"), _ERROR),
    Row(("File",), _LOSSY, "a Blob without its name", since=(19,)),
    Row(("FormData",), _LOSSY, "an array of pairs"),
    Row(("FormData",), _OK, since=(19,)),
    Row(ERRORS, _ERROR),
    Row(("Error",), _LOSSY, "an Error with another message in production", since=(19,)),
    Row(("AggregateError",), _LOSSY, "an Error without its errors", since=(19,)),
    Row(("AggregateError",), _LOSSY, "an AggregateError with another message in production", since=(19, 3)),
    Row(NAMED_ERRORS, _LOSSY, "a plain Error", since=(19,)),
    Row(("element", "lazy", "client reference", "bound server reference"), _OK),
    Row(("lazy",), _LOSSY, "what it loads", at=Place.PROMISED),
    # JSON.stringify, which calls toJSON, comes too late for what travels alone.
    Row((*WITH_TO_JSON, "instance with toJSON"), _ERROR, at=Place.PROMISED),
    Row(("Buffer",), _LOSSY, "an array", at=Place.PROMISED),
    Row(("Buffer",), _LOSSY, "a Uint8Array", since=(19,), at=Place.PROMISED),
    Row(("Date",), _ERROR, at=Place.PROMISED),
    Row(("Date",), _OK, since=(19,), at=Place.PROMISED),
)

_CALLABLE = (*FUNCTIONS, "bound server reference")
_OBJECTS = (*_REFUSED, *ERRORS)
_REFERABLE = (*_CALLABLE, *_OBJECTS, *_WRAPPERS, *SYMBOLS, "element")
"""What arrives as a temporary reference, where the caller keeps such."""

CLIENT_TO_SERVER = (
    *_BOTH_WAYS,
    Row(("FormData",), _OK),
    Row(("Blob",), _LOSSY, "a File named blob", since=(19,)),
    Row(("lazy", "context"), _ERROR),
    Row(("lazy",), _LOSSY, "what it loads", since=(19,)),
    Row(_REFERABLE, _ERROR),
    Row(("registered symbol", "element"), _OK),
    Row(_REFERABLE, _ERROR, since=(19,), temporary=_OPAQUE),
    # References are found again by the way that leads to them, which a message of its own does not have.
    Row((*_CALLABLE, *_OBJECTS, *SYMBOLS, "element"), _ERROR, since=(19,), at=Place.PROMISED),
    Row(_OBJECTS, _ERROR, since=(19, 2), at=Place.PROMISED, temporary=_OPAQUE),
    Row(("element",), _ERROR, since=(19, 3), at=Place.PROMISED, temporary=_OPAQUE),
)
