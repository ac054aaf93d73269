"""Why we say something else than Next's compiler, where we do: each difference of the random modules has a reason here,
and each reason a difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.conformance.compare import Difference

from .side_by_side import Judged


class Reason(NamedTuple):
    why: str
    holds: Callable[[Judged, Difference], bool]
    """Of this difference, one of the module's. As narrow as it can be."""


REASONS: tuple[Reason, ...] = ()


class Sorted(NamedTuple):
    unexplained: Sequence[tuple[Judged, Difference]]
    used: frozenset[str]
    """Of the reasons, by `why`."""


def sort_out(judged: Sequence[Judged]) -> Sorted:
    unexplained = []
    used = set()
    for one in judged:
        for difference in one.differences():
            reasons = {reason.why for reason in REASONS if reason.holds(one, difference)}
            used |= reasons
            if not reasons:
                unexplained.append((one, difference))
    return Sorted(unexplained, frozenset(used))
