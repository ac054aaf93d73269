"""`JSON.stringify` there and `JSON.parse` here. It does not tell directions or versions apart."""

from __future__ import annotations

from boundary_lsp.model.wire import Verdict
from boundary_lsp.wire.rows import Place, Row
from boundary_lsp.wire.tables.groups import (
    ASYNC_ITERATORS,
    CLOSED,
    ENTRY_LISTS,
    ERRORS,
    FUNCTIONS,
    ITERATORS,
    NAMESPACES,
    PLAIN,
    PROMISES,
    SYMBOLS,
    TYPED_ARRAYS,
    WITH_TO_JSON,
)

_OK, _LOSSY, _ERROR = Verdict.OK, Verdict.LOSSY, Verdict.ERROR
_HOLDERS = (
    "Map", "Set", "ArrayBuffer", "DataView", "Blob", "File", "FormData", "ReadableStream", "AsyncIterable",
)  # fmt: skip
_EMPTIED = (*CLOSED, *ERRORS, *ENTRY_LISTS, *ITERATORS, *ASYNC_ITERATORS, *PROMISES, *NAMESPACES, *_HOLDERS, "Symbol")

PLAIN_JSON = (
    Row((*PLAIN, "Object"), _OK),
    Row(("Array",), _OK, "an array"),
    Row(("bigint", "BigInt", "BigInt64Array", "BigUint64Array", "globalThis", "Timeout"), _ERROR),
    Row((*FUNCTIONS, *SYMBOLS), _LOSSY, "nothing"),
    Row((*FUNCTIONS, *SYMBOLS, "undefined"), _LOSSY, "null", at=Place.ELEMENT),
    Row(("Date", *WITH_TO_JSON), _LOSSY, "a string"),
    Row(("Buffer",), _LOSSY, "an object with the members type and data"),
    Row(tuple(name for name in TYPED_ARRAYS if not name.startswith("Big")), _LOSSY, "an object with numbered members"),
    Row(("String",), _LOSSY, "a string"),
    Row(("Number",), _LOSSY, "a number"),
    Row(("Boolean",), _LOSSY, "a boolean"),
    Row(_EMPTIED, _LOSSY, "an object without its contents"),
    Row(("instance",), _LOSSY, "a plain object"),
    Row(("instance with toJSON", "object with toJSON"), _LOSSY, "what its toJSON returns"),
)
