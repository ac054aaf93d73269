"""Endpoints as symbols: of a document, and of the workspace."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.places import Place
from boundary_lsp.model.program import Publication, ServerFunction

_MOST = 200
"""Symbols that one answer holds."""
_PUBLISHED = {
    Publication.YES: "published",
    Publication.NO: "not published",
    Publication.UNKNOWN: "it is not known whether it is published",
}


class Symbol(NamedTuple):
    name: str
    detail: str
    place: Place


def endpoints_of(snapshot: Snapshot, module: int) -> list[Symbol]:
    """Those of one module, in the order of the text."""
    found = [_symbol(function) for function in snapshot.program.server_functions if function.module == module]
    return sorted(found, key=lambda symbol: symbol.place)


def endpoints_like(snapshot: Snapshot, query: str) -> list[Symbol]:
    """Those of the workspace whose `path#name` has the letters of the query in that order, whatever their case."""
    wanted = query.replace(" ", "").lower()
    program = snapshot.program
    found = (_symbol(f) for f in program.server_functions if _has_letters(program.function_id(f).lower(), wanted))
    return [symbol for symbol, _ in zip(found, range(_MOST), strict=False)]


def _symbol(function: ServerFunction) -> Symbol:
    detail = f"endpoint, {function.liveness.value}, {_PUBLISHED[function.published]}"
    return Symbol(function.name, detail, Place(function.module, function.start, function.end))


def _has_letters(text: str, letters: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
