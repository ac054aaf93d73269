"""Anvil: JSON, and a list of what JSON has no words for.

The serializer does not tell directions apart. Whether a server awaits what an asynchronous function gives is not known,
so that nothing is said of it.
"""

from __future__ import annotations

from boundary_lsp.model.wire import Verdict
from boundary_lsp.wire.rows import NAMED_ENTRIES, Place, Row
from boundary_lsp.wire.tables.groups import FUNCTIONS, MOMENTS, PLAIN, PROMISES, TUPLES, WITHOUT_LITERAL

_OK, _LOSSY, _ERROR = Verdict.OK, Verdict.LOSSY, Verdict.ERROR
_ITS_OWN = ("Media", "LiveObject", "Capability", "portable")
_NO_NAMES = ("undefined", "null", "boolean", "number", "number enum", *TUPLES, *MOMENTS, *_ITS_OWN)
_REFUSED = tuple(kind for kind in WITHOUT_LITERAL if kind not in PROMISES)

SERVER_TO_CLIENT = (
    Row((*PLAIN, *MOMENTS, *_ITS_OWN), _OK),
    Row(("Array",), _OK, "a list"),
    Row(("Object",), _OK, "a plain dict"),
    Row(("Map",), _OK, "a plain dict", holds=NAMED_ENTRIES),
    Row(TUPLES, _LOSSY, "a list"),
    Row(("number enum",), _LOSSY, "a number"),
    Row(("string enum",), _LOSSY, "a string"),
    Row((*_REFUSED, *FUNCTIONS, "Error", "enum", "instance"), _ERROR),
    Row(_NO_NAMES, _ERROR, at=Place.KEY),
)

CLIENT_TO_SERVER = (
    *SERVER_TO_CLIENT,
    Row(PROMISES, _ERROR),
)
