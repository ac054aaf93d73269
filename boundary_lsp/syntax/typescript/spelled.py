"""Import statements as nearly everyone writes them, read by pattern: four times as fast as by tree.

Anything unusual (comments inside, string names, attributes, names called `type` or `as`) is left to `imports`.
"""

from __future__ import annotations

import re

from boundary_lsp.model.facts import ImportForm
from boundary_lsp.syntax.drafts.tables import ImportDraft, NameDraft

_STATEMENT = re.compile(
    rb"import\s+(?P<type>type\s+)?"
    rb"(?:(?P<default>[\w$]+)\s*(?:,\s*(?=[{*])|(?=\sfrom\b)))?"
    rb"(?:\{(?P<names>[\w$\s,]*)\}|\*\s*as\s+(?P<all>[\w$]+)(?=\s))?"
    rb"\s*from\s*(?P<specifier>\"[^\"\\\r\n]*\"|'[^'\\\r\n]*')\s*;?\Z"
)
_NAME = re.compile(rb"\s*(?:(?P<type>type)\s+)?(?P<name>[\w$]+)(?:\s+as\s+(?P<local>[\w$]+))?\s*(?:,|\Z)")
_UNUSUAL = (b"type", b"as", b"from")


def spelled_import(source: bytes, start: int, end: int) -> ImportDraft | None:
    """The import that stands at `start`, or None if it has to be read from the tree."""
    match = _STATEMENT.match(source, start, end)
    if match is None or match["default"] in _UNUSUAL:
        return None
    default, names, whole = match.span("default"), match.span("names"), match.span("all")
    if default[0] < 0 and names[0] < 0 and whole[0] < 0:
        return None
    type_only = match["type"] is not None
    first, last = match.span("specifier")
    specifier = source[first + 1 : last - 1].decode("utf-8", "replace")
    entry = ImportDraft(specifier, ImportForm.STATIC, type_only, first, last)
    if default[0] >= 0:
        entry.names.append(NameDraft("default", match["default"].decode(), type_only, *default))
    if whole[0] >= 0:
        entry.names.append(NameDraft("*", match["all"].decode(), type_only, *whole))
    if names[0] >= 0 and not _add_names(entry, source, *names):
        return None
    return entry


def _add_names(entry: ImportDraft, source: bytes, start: int, end: int) -> bool:
    """False where a name is a keyword of this very syntax."""
    at = start
    while at < end:
        match = _NAME.match(source, at, end)
        if match is None:
            return not source[at:end].strip()
        name, local = match["name"], match["local"]
        if name in _UNUSUAL or local in _UNUSUAL:
            return False
        imported = name.decode()
        written = local.decode() if local is not None else imported
        type_only = entry.type_only or match["type"] is not None
        entry.names.append(NameDraft(imported, written, type_only, *match.span("name")))
        at = match.end()
    return True
