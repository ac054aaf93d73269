"""Specifiers that lead to a module of the project, and strings that name a function there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import arguments_of
from boundary_lsp.ide.places import Place
from boundary_lsp.model.spans import decode_spans, span_at


class Link(NamedTuple):
    place: Place
    """The specifier without its quotes, where it has some."""
    target: int
    """A module."""


def links(snapshot: Snapshot, module: int) -> list[Link]:
    """Of one module: its imports in their order, then the strings that call a function by its name."""
    flat = decode_spans(snapshot.program.facts[module]).imports
    row = snapshot.program.links.server[module]
    try:
        source = snapshot.files.read(snapshot.program.modules[module])
    except OSError:
        return []
    places = (Place(module, *_inside(source, *span_at(flat, index))) for index in range(len(row)))
    found = [Link(place, target) for place, target in zip(places, row, strict=True) if target >= 0]
    return [*found, *_called(snapshot, module, source)]


def _called(snapshot: Snapshot, module: int, source: bytes) -> Iterator[Link]:
    """`"save"` in `anvil.server.call("save")`."""
    arguments = arguments_of(snapshot.program, module)
    for use in snapshot.names.uses.get(module, ()):
        start, end = use.reference.start, use.reference.end
        if (start, end) in arguments and (literal := _LITERAL.fullmatch(source, start, end)):
            target = snapshot.program.server_functions[use.function].module
            yield Link(Place(module, *literal.span("text")), target)


def _inside(source: bytes, start: int, end: int) -> tuple[int, int]:
    """Where a specifier is written without quotes, it is all of it."""
    return (start + 1, end - 1) if source[start : start + 1] in _QUOTES else (start, end)


_QUOTES = (b"'", b'"', b"`")
_LITERAL = re.compile(rb"[a-zA-Z]?(?P<quote>'{3}|\"{3}|['\"])(?P<text>[^'\"]*)(?P=quote)")
