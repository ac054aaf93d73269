"""What is known by module, carried from one program to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Row = TypeVar("Row")
Key = TypeVar("Key", bound=_Ordered)
_PART = 256


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
    found: set[int] = set()
    for start in range(0, len(after), _PART):
        part = slice(start, start + _PART)
        if before[part] != after[part]:  # hardly ever, and none is looked at one by one to know that
            pairs = enumerate(zip(before[part], after[part], strict=True), start)
            found.update(module for module, (was, now) in pairs if was is not now and was != now)
    return found


def mended(known: Mapping[Key, Row], stale: Iterable[Key], made: Mapping[Key, Row]) -> Mapping[Key, Row]:
    """By key, in their order: those that were known without the stale ones, and those made."""
    gone = [key for key in stale if key in known and key not in made]
    if not gone and not made:
        return known
    found = {**known, **made}
    for key in gone:
        del found[key]
    return found if made.keys() <= known.keys() else {key: found[key] for key in sorted(found)}
