"""Why we say something else than Next's compiler, where we do: each difference of the random modules has a reason here,
and each reason a difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tests.conformance.compare import Difference
from tests.conformance.ours import Verdict

from .side_by_side import Judged


class Reason(NamedTuple):
    why: str
    holds: Callable[[Judged, Difference], bool]
    """Of this difference, one of the module's. As narrow as it can be."""


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


_OF_THE_OTHER_TRANSFORM = re.compile(r"api|image|taint|ssr|pages-router|metadata|route-config|error-file")
"""Kinds that a transform of their own finds, which reads the whole module in any case."""


def _behind_a_refused_export(judged: Judged, found: Difference) -> bool:
    stops = [verdict.span.line for verdict in judged.theirs if verdict.kind == "invalid-export"]
    return (
        found.side == "ours"
        and not _OF_THE_OTHER_TRANSFORM.search(found.verdict.kind)
        and any(line <= found.verdict.span.line for line in stops)
    )


def _in_a_refused_method(judged: Judged, found: Difference) -> bool:
    return found.side == "ours" and _is_within(found.verdict, _those(judged.theirs, "server-instance-method"))


def _with_its_semicolon(judged: Judged, found: Difference) -> bool:
    mine = found.verdict.span
    longer = mine._replace(end_column=mine.end_column + 1)
    same = any(verdict == found.verdict._replace(span=longer) for verdict in judged.theirs)
    return found.side == "span" and same and _text(judged, longer.line)[longer.end_column - 2] == ";"


def _client_in_parentheses(judged: Judged, found: Difference) -> bool:
    kinds = {"ours": "directive-parenthesised", "next": "directive-misplaced"}
    line = _text(judged, found.verdict.span.line)
    return found.verdict.kind == kinds.get(found.side) and bool(re.match(r"\( ?['\"]use\S*client['\"] ?\)", line))


def _besides_a_conflict_of_the_file(judged: Judged, found: Difference) -> bool:
    """With `'use client'`: which of the two goes is open."""
    conflicts = {verdict.span.line for verdict in _those(judged.ours, "directive-conflict")}
    return found.side == "next" and bool(conflicts & set(_head(judged)))


def _almost_use_client(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)[found.verdict.span.column - 1 : found.verdict.span.end_column - 1]
    return found.side == "ours" and found.verdict.kind == "directive-misspelled" and line[1:-1] in _ALMOST


_ALMOST = {
    "use clinet", "use Client", "Use Client", "use client ", "use clients", "us client", "use  client", "Use Server",
    "use-server", "USE SERVER", "Use cache",
}  # fmt: skip


def _one_for_an_error_file(judged: Judged, found: Difference) -> bool:
    both = [_those(side, "error-file-on-server") for side in (judged.ours, judged.theirs)]
    return found.verdict.kind == "error-file-on-server" and [len(side) for side in both] == [1, 1]


def _of_an_accessor(judged: Judged, found: Difference) -> bool:
    accessors = _those(judged.ours, "not-async")
    is_this = found.side == "next" and found.verdict.kind == "forbidden-this"
    return is_this and _is_within(found.verdict, [a for a in accessors if a.span.end_line > a.span.line])


def _named_after_something_around(judged: Judged, found: Difference) -> bool:
    open_ones = [other for other in judged.differences() if other.verdict.kind == "not-async"]
    pairs = [(o, n) for o in open_ones for n in open_ones if (o.side, n.side) == ("ours", "next")]
    return any(found in pair and pair[1].verdict.span.line <= pair[0].verdict.span.line for pair in pairs)


def _options_first(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)
    return (found.side, found.verdict.kind) == ("ours", "ssr-false-on-server") and bool(re.search(r"= \w+\(\{", line))


def _through_the_whole_module(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)[found.verdict.span.column - 1 :]
    is_api = found.verdict.kind in ("client-api-on-server", "server-api-on-client", "image-response-moved")
    return found.side == "ours" and is_api and not re.match(r"import|['\"]", line)


def _chain_ends_at_the_specifier(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)
    at = slice(found.verdict.span.column - 1, found.verdict.span.end_column - 1)
    return (found.side, found.verdict.kind) == ("span", "server-api-on-client") and line[at] in _SERVER_ONLY


_SERVER_ONLY = ("'server-only'", "'next/headers'", "'next/root-params'")


def _comes_in_through_the_same_import(judged: Judged, found: Difference) -> bool:
    leaks = [verdict for verdict in judged.ours if _chain_ends_at_the_specifier(judged, Difference("span", verdict))]
    return (found.side, found.verdict.kind) == ("next", "server-api-on-client") and bool(leaks)


def _empty_cache_kind(judged: Judged, found: Difference) -> bool:
    return found.side == "ours" and found.verdict.kind == "server-api-on-client" and "'use cache: '" in _first(judged)


def _escaped_first_letter(judged: Judged, found: Difference) -> bool:
    return found.side == "next" and "\\u0075se" in _text(judged, found.verdict.span.line)


REASONS = (
    Reason(
        "Next reads no further than the first export that it refuses; we tell all at once", _behind_a_refused_export
    ),
    Reason("Next does not look into a method that it refuses", _in_a_refused_method),
    Reason("Next marks the statement with its semicolon, we mark the directive", _with_its_semicolon),
    Reason("Next calls `('use client')` misplaced, we call it parenthesised", _client_in_parentheses),
    Reason(
        "a file has two directives: we tell that, and not what follows from either", _besides_a_conflict_of_the_file
    ),
    Reason("Next passes over what is almost `'use client'`; we warn", _almost_use_client),
    Reason("an error file without `'use client'`: we mark its component", _one_for_an_error_file),
    Reason("an accessor cannot be a server function: we tell that, and not what is in it", _of_an_accessor),
    Reason(
        "Next marks the name that it has seen last, which may be of something around", _named_after_something_around
    ),
    Reason("Next does not look at the first argument of `dynamic`; nothing is rendered", _options_first),
    Reason("Next sees the names in imports; we see `React.useState`, too", _through_the_whole_module),
    Reason("our finding is at the import to cut, and its chain ends at the specifier", _chain_ends_at_the_specifier),
    Reason("one finding for all that comes in through one import", _comes_in_through_the_same_import),
    Reason("for Next `'use cache: '` makes a cache of a module though it is refused", _empty_cache_kind),
    Reason("inside functions we do not look for directives whose first letter is escaped", _escaped_first_letter),
)


def _those(verdicts: frozenset[Verdict], kind: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.kind == kind]


def _is_within(inner: Verdict, outer: Sequence[Verdict]) -> bool:
    return any(one.span.line <= inner.span.line <= one.span.end_line for one in outer)


def _text(judged: Judged, line: int) -> str:
    return judged.module.text.split("\n")[line - 1]


def _first(judged: Judged) -> str:
    return "\n".join(_text(judged, line) for line in _head(judged))


def _head(judged: Judged) -> Iterator[int]:
    """The lines before the first that is more than a string, a comment or a type import."""
    for number, line in enumerate(judged.module.text.split("\n"), 1):
        if not re.fullmatch(r"['\"(].*['\")];?|/\*.*\*/|import type .*|export \* .*|", line):
            return
        yield number
