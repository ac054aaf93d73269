"""Words that several messages share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boundary_lsp.model.program import Liveness

MEANING: Mapping[Liveness, str] = {
    Liveness.UNUSED: "nothing refers to it",
    Liveness.UNREACHED: "only modules that no entry point reaches use it",
    Liveness.TEST_ONLY: "only tests and stories use it",
    Liveness.IN_PROCESS: "only server code uses it",
    Liveness.USED_OUTSIDE: "used from outside, as the configuration says",
    Liveness.HANDED_OVER: "put on a form, or given to the client or to programs elsewhere; no call of it could be seen",
    Liveness.CALLED: "the client calls it",
}
"""Worst first."""

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
