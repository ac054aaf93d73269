"""wwwpy: JSON by the types that a function declares. A result is awaited before it is sent."""

from __future__ import annotations

from boundary_lsp.model.wire import Verdict
from boundary_lsp.wire.rows import NAMED_ENTRIES, PROMISE, Place, Row
from boundary_lsp.wire.tables.groups import FUNCTIONS, PLAIN, PROMISES, WITHOUT_LITERAL

_OK, _LOSSY, _ERROR = Verdict.OK, Verdict.LOSSY, Verdict.ERROR
_REFUSED = tuple(kind for kind in WITHOUT_LITERAL if kind != "bytes")
_DERIVED = ("extends number", "extends string", "extends Object", "extends Array", "named tuple")

CLIENT_TO_SERVER = (
    Row((*PLAIN, "Array", "Object", "tuple", "bytes", "datetime"), _OK),
    Row(("Map",), _OK, holds=NAMED_ENTRIES),
    Row(("record", "enum", "number enum", "string enum"), _OK),
    Row(("tuple of any length", *_REFUSED, *_DERIVED, *FUNCTIONS, "date", "Error", "instance"), _ERROR),
    Row(("boolean",), _LOSSY, "always `True`", at=Place.KEY),
    Row(("undefined", "null", "tuple", "record"), _ERROR, at=Place.KEY),
)

SERVER_TO_CLIENT = (
    *CLIENT_TO_SERVER,
    Row(PROMISES, _OK, holds=PROMISE),
)
