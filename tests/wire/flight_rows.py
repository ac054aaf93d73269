"""What `flight.json` measured, row by row, as wire types; and where its words and ours differ.

`flight.json` looked at each value once it had arrived in the newest version, in development, and did not look inside.
"""

from __future__ import annotations

from boundary_lsp.model.wire_types import (
    BuiltIn,
    Element,
    Function,
    Instance,
    Member,
    Object,
    Primitive,
    ServerReference,
    WireType,
)

from .kinds import NUMBER, type_of

_FUNCTION = Function()
_PLAIN = Object((Member("a", NUMBER),))

_NAMED_AFTER_THEIR_KIND = {
    "true": "boolean",
    'string "$x"': "string",
    "NaN": "number",
    "Infinity": "number",
    "-0": "number",
    "bigint >300 digits": "bigint",
    'Symbol.for("a")': "registered symbol",
    'Symbol("a")': "symbol",
    "Symbol.iterator": "symbol",
    "Invalid Date": "Date",
    "FormData with File": "FormData",
    "rejected Promise": "Promise",
    "custom thenable": "PromiseLike",
    "generator (iterator)": "Generator",
    "Map iterator .values()": "IterableIterator",
    "async generator (iterator)": "AsyncGenerator",
    "async generator": "AsyncGenerator",
    "async iterable": "AsyncIterable",
    "sparse Array": "Array",
    "Error w/ cause": "Error",
    "arrow": "function",
    "async function": "function",
    "bound function": "function",
    "class itself": "class",
    "class instance": "instance",
    "class instance (fields)": "instance",
    "class instance (methods)": "instance",
    "process.env": "ProcessEnv",
    "React.lazy": "lazy",
    "React.memo(fn)": "memo",
    "React.forwardRef(fn)": "forwardRef",
    "Context": "context",
    "String object": "String",
    "Number object": "Number",
    "Temporal-like/Intl.NumberFormat": "Intl.NumberFormat",
    "Timeout (setTimeout)": "Timeout",
    "DOM-like Event": "Event",
    "server reference .bind(null,1)": "bound server reference",
    "server ref .bind(null,1)": "bound server reference",
    "custom iterable": "extends Iterable",
    "class extends Date": "extends Date",
    "class extends Map": "extends Map",
    "class extends Array": "extends Array",
    "class extends Error": "extends Error",
    "object with toJSON": "object with toJSON",
}

_DESCRIBED: dict[str, WireType] = {
    "Map with Symbol key": BuiltIn("Map", (Primitive("symbol"), NUMBER)),
    "Map with function value": BuiltIn("Map", (NUMBER, _FUNCTION)),
    "Promise of function": BuiltIn("Promise", (_FUNCTION,)),
    "Object.create(null)": Instance("object"),
    "Object.create({inherited})": Instance("object"),
    "object with method": Object((Member("m", _FUNCTION),)),
    "cyclic object": _PLAIN,
    "shared ref twice": type_of("Array"),
    "module namespace": Object((Member("readFile", _FUNCTION),)),
    "server reference .bind(null,()=>{})": ServerReference("act", (_FUNCTION,)),
    "createRef()": Object((Member("current", Primitive("null")),)),
}

_PLAIN_OBJECTS = (
    "plain object", "object with getter", "object with throwing getter", "object with non-enumerable",
    "object with symbol key", "object with Symbol.toStringTag", "object with __proto__ own", "frozen object",
    "Proxy of plain",
)  # fmt: skip


def type_of_row(value: str) -> WireType:
    """The type of the value that the row of that name is about."""
    if value in _DESCRIBED:
        return _DESCRIBED[value]
    if value in _PLAIN_OBJECTS:
        return _PLAIN
    if value.startswith("JSX "):
        return Element()
    return type_of(_NAMED_AFTER_THEIR_KIND.get(value, value))


UNTELLABLE = {
    "Invalid Date": "it is a Date; it arrives as null",
    "bigint >300 digits": "it is a bigint",
    "FormData with File": "it is a FormData; only 18.3 cares for what is in it",
    "rejected Promise": "it is a Promise; that it arrives rejected is as it was",
    "object with throwing getter": "a getter is a member like any other",
    "object with non-enumerable": "a type does not tell how a member was defined",
    "object with symbol key": "wire types have no members with a symbol for a name",
    "object with Symbol.toStringTag": "the same",
    "object with __proto__ own": "in a type, and in an object literal, `__proto__` is not a member",
    "cyclic object": "a type that contains itself does not say that a value does; only 18.3's arguments care",
    "JSX <div onClick={fn}/>": "the type of an element does not hold its props; rules judge them where it is written",
}
"""Rows whose verdict no type can tell in every version and direction, and why."""

OTHERWISE_ON_ARRIVAL = {
    "URLSearchParams", "Headers", "String object", "custom iterable", "class extends Date", "class extends Map",
    "class extends Array", "class extends Error", "Invalid Date", "DOMException", "File", "Blob", "React.lazy",
}  # fmt: skip
"""`ok` in a row whose `arrives_as` is another kind of value: lossy. File and Blob in one direction each."""

THE_SAME_ON_ARRIVAL = {
    "server_to_client_prop": {"Blob", "React.lazy"},
    "client_to_server_argument": {"File"},
}

OTHERWISE_IN_18 = {
    "Uint8Array", "Float64Array", "BigInt64Array", "FormData", "generator (iterator)", "Map iterator .values()",
}  # fmt: skip
"""`ok` in 18.3, where the value arrives as an array: `arrives_as` is of the newest version. A FormData that goes to the
server stays one."""

IN_PRODUCTION = {"Error", "AggregateError", "Error w/ cause"}
"""`ok` in development; in production the message is another."""

INSIDE = {"object with method": "with temporary references it arrives with a member that is opaque"}
"""`ok` at the surface."""

NOT_SO_IN_18 = {
    "server reference": "measured with Next's copy of React, whose loader of modules was missing",
    "JSX <div/>": "it arrives with a warning, as an element",
}
"""Arguments that `flight.json` calls errors in 18.3 and that are none: `live/` shows it."""
