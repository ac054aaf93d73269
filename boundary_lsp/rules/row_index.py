"""Where imports lead, the other way round: made once, and mended after an edit of a few modules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Rows = Sequence[Sequence[int]]
"""By module: where each of its imports leads, to a module or a `~leaf`."""


class RowIndex(NamedTuple):
    rows: Rows
    importers: Mapping[int, frozenset[int]]
    """By module or `~leaf`."""


def index_of(rows: Rows, before: RowIndex | None = None) -> RowIndex:
    """`before`: of other rows, the less different the better."""
    if before is None or len(before.rows) != len(rows):
        return RowIndex(rows, _importers(rows))
    if before.rows is rows:
        return before
    importers = dict(before.importers)
    for module, (was, now) in enumerate(zip(before.rows, rows, strict=True)):
        if was is not now:
            for target in {*was}.difference(now):
                importers[target] -= {module}
            for target in {*now}.difference(was):
                importers[target] = importers.get(target, frozenset()) | {module}
    return RowIndex(rows, importers)


def _importers(rows: Rows) -> dict[int, frozenset[int]]:
    found: dict[int, list[int]] = {}
    for module, row in enumerate(rows):
        for target in row:
            found.setdefault(target, []).append(module)
    return {target: frozenset(modules) for target, modules in found.items()}
