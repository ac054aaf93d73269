"""Why we say something else than Next's compiler, where we do: each difference of the random modules has a reason here,
and each reason a difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
    """`'use client';`, and the other way round `export default class {};`."""
    on_line = [
        verdict for verdict in _those(judged.theirs, found.verdict.kind) if verdict.span[0] == found.verdict.span[0]
    ]
    mine = found.verdict.span
    is_shorter = any(verdict.span.end_column == mine.end_column - 1 for verdict in on_line)
    behind = _behind(judged, mine.end_line, mine.end_column - is_shorter)
    return found.side == "span" and bool(on_line) and behind.lstrip().startswith(";")


def _client_in_parentheses(judged: Judged, found: Difference) -> bool:
    kinds = {"ours": "directive-parenthesised", "next": "directive-misplaced"}
    line = _text(judged, found.verdict.span.line)
    return found.verdict.kind == kinds.get(found.side) and bool(re.match(r"\( ?['\"](.*use)?.*client['\"] ?\)", line))


def _besides_a_conflict_of_the_file(judged: Judged, found: Difference) -> bool:
    """With `'use client'`: which of the two goes is open."""
    conflicts = _those(judged.ours, "directive-conflict")
    return found.side == "next" and any(verdict.span.column == 1 for verdict in conflicts)


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


def _behind_an_arrow(judged: Judged, found: Difference) -> bool:
    own = r"=> \{\n(\s*['\"].*\n)*?\s*['\"]use (server|cache)"
    arrow = re.search(rf"{own}|^export .*=>|^export (\{{|default \w+;)", _before(judged, found), re.MULTILINE)
    return (found.side, found.verdict.kind) == ("next", "forbidden-this") and arrow is not None


def _in_a_private_method(judged: Judged, found: Difference) -> bool:
    method = re.search(r"#m\(.*\{\n(\s*['\"].*\n)*?\s*['\"]use (server|cache)", _before(judged, found))
    return (found.side, found.verdict.kind) == ("next", "forbidden-this") and method is not None


def _named_after_something_around(judged: Judged, found: Difference) -> bool:
    """Ours has no name to mark, and spans the whole function."""
    told = _those(judged.theirs if found.side == "ours" else judged.ours, "not-async")
    if found.side == "ours":
        nameless = found.verdict.span.end_line > found.verdict.span.line
        around = any(other.span.line <= found.verdict.span.line for other in told)
        return found.verdict.kind == "not-async" and nameless and around
    within = any(other.span.end_line > other.span.line >= found.verdict.span.line for other in told)
    return (found.side, found.verdict.kind) == ("next", "not-async") and within


def _options_first(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)
    return (found.side, found.verdict.kind) == ("ours", "ssr-false-on-server") and bool(re.search(r"= \w+\(\{", line))


def _through_the_whole_module(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)[found.verdict.span.column - 1 :]
    is_api = bool(re.search("api|image|taint", found.verdict.kind))
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
    kinds = {"ours": "server-api-on-client", "next": "server-instance-method"}
    return found.verdict.kind == kinds.get(found.side) and bool(re.search(r"use cache: ['\"]", judged.module.text))


def _below_parentheses(judged: Judged, found: Difference) -> bool:
    is_api = (found.side, found.verdict.kind) == ("next", "server-api-on-client")
    return is_api and bool(re.match(r"\( ?['\"]", judged.module.text))


def _parsed_as_a_call(judged: Judged, found: Difference) -> bool:
    return (found.side, found.verdict.kind) == ("next", "invalid-export") and bool(
        re.search(r"^export default class \{ .*?^\} \}\n\(", judged.module.text, re.MULTILINE | re.DOTALL)
    )


def _escaped_first_letter(judged: Judged, found: Difference) -> bool:
    return found.side == "next" and bool(re.search(r"^ .*['\"(]\\u0075se", judged.module.text, re.MULTILINE))


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
    Reason("Next forgets where an arrow ends, and refuses `this` in what follows", _behind_an_arrow),
    Reason("nobody can call a private method: there we look for its directive only", _in_a_private_method),
    Reason(
        "Next marks the name that it has seen last, which may be of something around", _named_after_something_around
    ),
    Reason("Next does not look at the first argument of `dynamic`; nothing is rendered", _options_first),
    Reason("Next sees the names in imports; we see `React.useState`, too", _through_the_whole_module),
    Reason("our finding is at the import to cut, and its chain ends at the specifier", _chain_ends_at_the_specifier),
    Reason("one finding for all that comes in through one import", _comes_in_through_the_same_import),
    Reason("for Next `'use cache: '` makes a cache of a module though it is refused", _empty_cache_kind),
    Reason(
        "a directive below parentheses is one to one transform of Next's, and none to the other", _below_parentheses
    ),
    Reason("our grammar takes parentheses behind a nameless class for a call", _parsed_as_a_call),
    Reason("inside functions we do not look for directives whose first letter is escaped", _escaped_first_letter),
)


def _those(verdicts: frozenset[Verdict], kind: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.kind == kind]


def _is_within(inner: Verdict, outer: Sequence[Verdict]) -> bool:
    return any(one.span.line <= inner.span.line <= one.span.end_line for one in outer)


def _text(judged: Judged, line: int) -> str:
    return judged.module.text.split("\n")[line - 1]


def _before(judged: Judged, found: Difference) -> str:
    """The text above its line."""
    return "".join(judged.module.text.splitlines(keepends=True)[: found.verdict.span.line - 1])


def _behind(judged: Judged, line: int, column: int) -> str:
    """The text from there on."""
    lines = judged.module.text.split("\n")[line - 1 :]
    return "\n".join([lines[0][column - 1 :], *lines[1:]])
