"""Words that several messages share."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_NAMED = 3


def names(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`, `a, b, c and 4 more`."""
    quoted = list(items)
    if len(quoted) > _MOST_NAMED + 1:
        return f"{', '.join(quoted[:_MOST_NAMED])} and {len(quoted) - _MOST_NAMED} more"
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 call`, `3 calls`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
