"""What is known by module, carried from one program to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

Row = TypeVar("Row")


def table(
    before: tuple[Row, ...] | None, count: int, stale: Collection[int], make: Callable[[int], Row]
) -> tuple[Row, ...]:
    """By module, the row of the program before; made where there was none, and where it is stale."""
    if before is None:
        return tuple([make(module) for module in range(count)])
    if not stale:
        return before
    rows = list(before)
    for module in stale:
        rows[module] = make(module)
    return tuple(rows)


def differing(before: Sequence[object], after: Sequence[object]) -> set[int]:
    """The modules whose rows differ."""
    if before is after:
        return set()
    rows = enumerate(zip(before, after, strict=True))
    return {module for module, (was, now) in rows if was is not now and was != now}
