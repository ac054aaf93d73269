"""Every named thing is worked out once; one that is met again while it, or something around it, is being worked out is
a cycle.

Answers do not depend on the order of the questions: only what refers to nothing around it is remembered, together with
the cycle that it is part of, and is worked out anew inside of that. (Where a question became too large, its outermost
answer is remembered as it is.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from boundary_lsp.model.wire_types import WireType
from boundary_lsp.wire.looked import Looked

_NOTHING = 1 << 60
MAX_DEPTH = 70
MAX_STEPS = 40_000
"""Of one question. Types of programs need some hundred; this ends what would not."""


class Memo:
    def __init__(self, looked: Looked) -> None:
        self._looked = looked
        self._known: dict[Hashable, tuple[WireType, tuple[Hashable, ...], set[int]]] = {}
        """The answer, what is in one cycle with it, and the modules that were looked at for it."""
        self._met: dict[Hashable, int] = {}
        """What this question has begun and not remembered, in order."""
        self._low = _NOTHING
        """The earliest of these that was met again."""
        self._depth = 0
        self._steps = 0

    def once(self, key: Hashable, compute: Callable[[], WireType], again: Callable[[], WireType]) -> WireType:
        """The answer for `key`; `again()` where this very question is already after it."""
        known = self._known.get(key)
        if known is not None and not any(other in self._met for other in known[1]):
            self._looked.at_all(known[2])
            return known[0]
        if key in self._met:
            self._low = min(self._low, self._met[key])
            return again()
        return self._first(key, compute)

    def enter(self) -> bool:
        """One step deeper; False where the question has become too large, and nobody may go on.

        Pairs with `leave`, also when False.
        """
        if self._depth == 0:
            self._met.clear()
            self._low = _NOTHING
            self._steps = 0
        self._depth += 1
        self._steps += 1
        if self._depth <= MAX_DEPTH and self._steps <= MAX_STEPS:
            return True
        self._low = -1  # what is cut here must be remembered by nobody
        return False

    def leave(self) -> None:
        self._depth -= 1

    def _first(self, key: Hashable, compute: Callable[[], WireType]) -> WireType:
        order = len(self._met)
        around, self._low = self._low, _NOTHING
        self._met[key] = order
        around_it = self._looked.begin()
        try:
            result = compute()
        finally:
            looked = self._looked.end(around_it)
        if self._low >= order or order == 0:
            self._known[key] = (result, self._closed(order), looked)
        self._low = min(around, self._low) if self._low < order else around
        return result

    def _closed(self, order: int) -> tuple[Hashable, ...]:
        """What was met from there on: one cycle, or one thing alone, of which nobody needs to know then."""
        met = []
        while len(self._met) > order:
            met.append(self._met.popitem()[0])
        return tuple(met) if len(met) > 1 else ()
