"""Specifiers that lead to a module of the project."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.places import Place
from boundary_lsp.model.facts import decode_spans, span_at


class Link(NamedTuple):
    place: Place
    """The specifier without its quotes, where it has some."""
    target: int
    """A module."""


def links(snapshot: Snapshot, module: int) -> list[Link]:
    """Of one module, in the order of its imports."""
    flat = decode_spans(snapshot.program.facts[module]).imports
    row = snapshot.program.links.server[module]
    try:
        source = snapshot.files.read(snapshot.program.modules[module])
    except OSError:
        return []
    places = (Place(module, *_inside(source, *span_at(flat, index))) for index in range(len(row)))
    return [Link(place, target) for place, target in zip(places, row, strict=True) if target >= 0]


def _inside(source: bytes, start: int, end: int) -> tuple[int, int]:
    """Where a specifier is written without quotes, it is all of it."""
    return (start + 1, end - 1) if source[start : start + 1] in _QUOTES else (start, end)


_QUOTES = (b"'", b'"', b"`")
