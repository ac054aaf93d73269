"""Which serializer carries an application's values."""

from __future__ import annotations

from boundary_lsp.frameworks.wires import wire_of
from boundary_lsp.model.program import Application
from boundary_lsp.model.wire import Direction
from boundary_lsp.wire.serializers import Serializer, serializer


def carrier_of(application: Application, direction: Direction) -> Serializer | None:
    """None where nothing is known of it."""
    row = wire_of(application)
    if row is None:
        return None
    if direction is Direction.TO_CLIENT:
        return serializer(row.serializer, row.version, direction)
    if row.temporary_references is None:
        return None
    return serializer(row.serializer, row.version, direction, row.temporary_references)
