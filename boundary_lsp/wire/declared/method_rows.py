"""Methods with one result, by the kind of value that has them. Rows of data."""

from __future__ import annotations

from boundary_lsp.model.wire_types import Array, BuiltIn, Union, WireType
from boundary_lsp.wire.declared.builtins import ERRORS, TYPED_ARRAYS
from boundary_lsp.wire.declared.combining import optional
from boundary_lsp.wire.declared.words import ANY, BOOLEAN, NULL, NUMBER, STRING, UNDEFINED, promise

Rows = dict[str, WireType]

_STRING: Rows = {
    **dict.fromkeys(
        (
            "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase",
            "slice", "substring", "substr", "replace", "replaceAll", "padStart", "padEnd", "repeat", "charAt",
            "concat", "normalize", "toString", "valueOf",
        ),
        STRING,
    ),
    **dict.fromkeys(("startsWith", "endsWith", "includes"), BOOLEAN),
    **dict.fromkeys(("indexOf", "lastIndexOf", "charCodeAt", "localeCompare", "search"), NUMBER),
    "codePointAt": optional(NUMBER),
    "at": optional(STRING),
    "split": Array(STRING),
}  # fmt: skip

_NUMBER: Rows = {
    **dict.fromkeys(("toFixed", "toString", "toLocaleString", "toPrecision", "toExponential"), STRING),
    "valueOf": NUMBER,
}

_DATE: Rows = {
    **dict.fromkeys(
        (
            "toISOString", "toString", "toJSON", "toDateString", "toTimeString", "toLocaleString",
            "toLocaleDateString", "toLocaleTimeString", "toUTCString",
        ),
        STRING,
    ),
    **dict.fromkeys(
        (
            "getTime", "valueOf", "getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes",
            "getSeconds", "getMilliseconds", "getUTCFullYear", "getUTCMonth", "getUTCDate", "getUTCDay",
            "getUTCHours", "getUTCMinutes", "getTimezoneOffset", "setTime", "setFullYear", "setMonth", "setDate",
            "setHours", "setMinutes", "setSeconds", "setMilliseconds",
        ),
        NUMBER,
    ),
}  # fmt: skip

_ARRAY: Rows = {
    **dict.fromkeys(("join", "toString", "toLocaleString"), STRING),
    **dict.fromkeys(("includes", "some", "every"), BOOLEAN),
    **dict.fromkeys(("indexOf", "lastIndexOf", "findIndex", "findLastIndex", "push", "unshift"), NUMBER),
    "forEach": UNDEFINED,
}

_STRING_OR_NULL = Union((STRING, NULL))
_PARAMETERS: Rows = {"get": _STRING_OR_NULL, "getAll": Array(STRING), "has": BOOLEAN, "toString": STRING}
_COLLECTION: Rows = {"has": BOOLEAN, "delete": BOOLEAN, "clear": UNDEFINED, "forEach": UNDEFINED}

BY_KIND: dict[str, Rows] = {
    "string": _STRING,
    "number": _NUMBER,
    "bigint": _NUMBER,
    "boolean": {"toString": STRING},
    "array": _ARRAY,
    "Date": _DATE,
    "Map": _COLLECTION,
    "Set": _COLLECTION,
    "URL": {"toString": STRING, "toJSON": STRING},
    "URLSearchParams": _PARAMETERS,
    "Headers": {"get": _STRING_OR_NULL, "has": BOOLEAN},
    "FormData": {
        "get": Union((STRING, BuiltIn("File"), NULL)),
        "getAll": Array(Union((STRING, BuiltIn("File")))),
        "has": BOOLEAN,
    },
    "Response": {
        "json": promise(ANY),
        "text": promise(STRING),
        "blob": promise(BuiltIn("Blob")),
        "arrayBuffer": promise(BuiltIn("ArrayBuffer")),
        "formData": promise(BuiltIn("FormData")),
        "clone": BuiltIn("Response"),
    },
    "Buffer": {"toString": STRING},
    "RegExp": {"test": BOOLEAN, "toString": STRING},
    **{name: {"toString": STRING} for name in ERRORS},
    **{name: {"toString": STRING, "join": STRING} for name in TYPED_ARRAYS},
    **{name: {"text": promise(STRING), "arrayBuffer": promise(BuiltIn("ArrayBuffer"))} for name in ("File", "Blob")},
    **{f"Intl.{name}": {"format": STRING} for name in ("NumberFormat", "DateTimeFormat", "ListFormat")},
}

ANYTHING: Rows = {
    **dict.fromkeys(
        (
            "toString", "toISOString", "toFixed", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "trim",
            "toLowerCase", "toUpperCase", "charAt", "padStart", "padEnd", "join", "replaceAll",
        ),
        STRING,
    ),
    **dict.fromkeys(("startsWith", "endsWith", "includes", "hasOwnProperty", "some", "every"), BOOLEAN),
    **dict.fromkeys(("getTime", "localeCompare", "indexOf", "findIndex"), NUMBER),
}  # fmt: skip
"""Methods that give this whoever has them."""
