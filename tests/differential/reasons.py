"""Why we say something else than Next's compiler, where we do: each difference of the random modules has a reason here,
and each reason a difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.conformance.compare import Difference

from . import predicates
from .side_by_side import Judged


class Reason(NamedTuple):
    why: str
    holds: Callable[[Judged, Difference], bool]
    """Of this difference, one of the module's."""


REASONS = (
    Reason(
        "Next reads no further than the first export that it refuses; we tell all at once",
        predicates.behind_a_refused_export,
    ),
    Reason("Next does not look into a method that it refuses", predicates.in_a_refused_method),
    Reason("Next marks the statement with its semicolon, we mark the directive", predicates.with_its_semicolon),
    Reason("Next calls `('use client')` misplaced, we call it parenthesised", predicates.client_in_parentheses),
    Reason(
        "a file has two directives: we tell that, and not what follows from either",
        predicates.besides_a_conflict_of_the_file,
    ),
    Reason("Next passes over what is almost `'use client'`; we warn", predicates.almost_use_client),
    Reason("an error file without `'use client'`: we mark its component", predicates.one_for_an_error_file),
    Reason("an accessor cannot be a server function: we tell that, and not what is in it", predicates.of_an_accessor),
    Reason("Next forgets where an arrow ends, and refuses `this` in what follows", predicates.behind_an_arrow),
    Reason("nobody can call a private method: there we look for its directive only", predicates.in_a_private_method),
    Reason(
        "Next marks the name that it has seen last, which may be of something around",
        predicates.named_after_something_around,
    ),
    Reason("Next does not look at the first argument of `dynamic`; nothing is rendered", predicates.options_first),
    Reason("Next sees the names in imports; we see `React.useState`, too", predicates.through_the_whole_module),
    Reason(
        "our finding is at the import to cut, and its chain ends at the specifier",
        predicates.chain_ends_at_the_specifier,
    ),
    Reason("one finding for all that comes in through one import", predicates.comes_in_through_the_same_import),
    Reason("for Next `'use cache: '` makes a cache of a module though it is refused", predicates.empty_cache_kind),
    Reason(
        "a directive below parentheses is one to one transform of Next's, and none to the other",
        predicates.below_parentheses,
    ),
    Reason("our grammar takes parentheses behind a nameless class for a call", predicates.parsed_as_a_call),
    Reason(
        "inside functions we do not look for directives whose first letter is escaped", predicates.escaped_first_letter
    ),
)


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
