"""The directive of an installed module: its docstring, or the first line of that."""

from __future__ import annotations

import re

from boundary_lsp.model.directives import is_directive

_DOCSTRING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t\f]*(?:#[^\n]*)?\r?\n)*[ \t\f]*[rRuU]?"
    rb"(\"\"\"|'''|\"|')\s*([^\"'\n\r\\]*?)\s*(?:\1|\r?\n)"
)


def docstring_directive(head: bytes) -> str | None:
    """`head`: the first bytes of the file."""
    found = _DOCSTRING.match(head)
    text = found[2].decode("utf-8", "replace") if found else ""
    return text if is_directive(text) else None
