"""Serializers by name and version: a table, reduced to the rows that hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from boundary_lsp.model.wire import Direction
from boundary_lsp.wire.rows import Place, Row
from boundary_lsp.wire.tables import anvil, dumped_json, flight, plain_json, wwwpy

FLIGHT = "flight"
JSON = "json"
DUMPED_JSON = "dumped-json"
ANVIL = "anvil"
WWWPY = "wwwpy"

_TABLES = {
    (FLIGHT, Direction.TO_CLIENT): flight.SERVER_TO_CLIENT,
    (FLIGHT, Direction.TO_SERVER): flight.CLIENT_TO_SERVER,
    (JSON, Direction.TO_CLIENT): plain_json.PLAIN_JSON,
    (JSON, Direction.TO_SERVER): plain_json.PLAIN_JSON,
    (DUMPED_JSON, Direction.TO_CLIENT): dumped_json.SERVER_TO_CLIENT,
    (DUMPED_JSON, Direction.TO_SERVER): dumped_json.CLIENT_TO_SERVER,
    (ANVIL, Direction.TO_CLIENT): anvil.SERVER_TO_CLIENT,
    (ANVIL, Direction.TO_SERVER): anvil.CLIENT_TO_SERVER,
    (WWWPY, Direction.TO_CLIENT): wwwpy.SERVER_TO_CLIENT,
    (WWWPY, Direction.TO_SERVER): wwwpy.CLIENT_TO_SERVER,
}


@dataclass(frozen=True)
class Serializer:
    """One way through the wire. Made by `serializer`."""

    name: str
    version: tuple[int, ...]
    direction: Direction
    temporary_references: bool
    rows: Mapping[tuple[str, Place], Row]
    """By kind and place, the one row that holds, its verdict that of the mode."""

    def row(self, kind: str, place: Place) -> Row | None:
        """What becomes of a kind of value in that place; None where it is not known."""
        return self.rows.get((kind, place)) or self.rows.get((kind, Place.ANYWHERE))

    def within(self, place: Place) -> Serializer:
        """The serializer for everything that stands inside of that place."""
        if self.temporary_references and place is Place.STREAMED:
            return serializer(self.name, self.version, self.direction)
        return self


@cache
def serializer(
    name: str, version: tuple[int, ...], direction: Direction, temporary_references: bool = False
) -> Serializer:
    """The serializer of that version (React's own, for Flight); `()` is the newest. KeyError where the name is unknown.

    With `temporary_references` the caller keeps what cannot be sent, and sends a reference (Next 15 and later do).
    """
    rows: dict[tuple[str, Place], Row] = {}
    for row in sorted(_TABLES[name, direction], key=lambda row: row.since):
        if not version or row.since <= version:
            ruling = _in_mode(row, temporary_references)
            rows.update({(kind, row.at): ruling for kind in row.kinds})
    return Serializer(name, version, direction, temporary_references, rows)


def _in_mode(row: Row, temporary_references: bool) -> Row:
    if temporary_references and row.temporary is not None:
        return msgspec.structs.replace(row, verdict=row.temporary)
    return row
