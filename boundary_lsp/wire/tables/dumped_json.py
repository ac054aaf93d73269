"""`json.dumps` there and `json.loads` here, which refuses what JSON has no words for. It does not tell versions apart;
a result is awaited before it is sent."""

from __future__ import annotations

from boundary_lsp.model.wire import Verdict
from boundary_lsp.wire.rows import NAMED_ENTRIES, PROMISE, Place, Row
from boundary_lsp.wire.tables.groups import FUNCTIONS, MOMENTS, PLAIN, PROMISES, TUPLES, WITHOUT_LITERAL

_OK, _LOSSY, _ERROR = Verdict.OK, Verdict.LOSSY, Verdict.ERROR
_NAMED = ("undefined", "null", "boolean", "number")
"""Keys that become strings."""

CLIENT_TO_SERVER = (
    Row(PLAIN, _OK),
    Row(("Array",), _OK, "a list"),
    Row(("Object",), _OK, "a plain dict"),
    Row(("Map",), _OK, "a plain dict", holds=NAMED_ENTRIES),
    Row(TUPLES, _LOSSY, "a list"),
    Row(("number enum",), _LOSSY, "a number"),
    Row(("string enum",), _LOSSY, "a string"),
    Row((*WITHOUT_LITERAL, *MOMENTS, *FUNCTIONS, "Error", "enum", "instance"), _ERROR),
    Row(_NAMED, _LOSSY, "a string", at=Place.KEY),
    Row(TUPLES, _ERROR, at=Place.KEY),
)

SERVER_TO_CLIENT = (
    *CLIENT_TO_SERVER,
    Row(PROMISES, _OK, holds=PROMISE),
)
