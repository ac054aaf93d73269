"""What a difference from Next's compiler comes from. Each asks about one difference, as narrowly as it can."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.conformance.compare import Difference
from tests.conformance.ours import Verdict

from .side_by_side import Judged

_OF_THE_OTHER_TRANSFORM = re.compile(r"api|image|taint|ssr|pages-router|metadata|route-config|error-file")
"""Kinds that a transform of their own finds, which reads the whole module in any case."""


def behind_a_refused_export(judged: Judged, found: Difference) -> bool:
    stops = [verdict.span.line for verdict in judged.theirs if verdict.kind == "invalid-export"]
    return (
        found.side == "ours"
        and not _OF_THE_OTHER_TRANSFORM.search(found.verdict.kind)
        and any(line <= found.verdict.span.line for line in stops)
    )


def in_a_refused_method(judged: Judged, found: Difference) -> bool:
    return found.side == "ours" and _is_within(found.verdict, _those(judged.theirs, "server-instance-method"))


def with_its_semicolon(judged: Judged, found: Difference) -> bool:
    """`'use client';`, and the other way round `export default class {};`."""
    mine = found.verdict.span
    begun = [v.span for v in _those(judged.theirs, found.verdict.kind) if v.span[:2] in (mine[:2], (mine.line, 0))]
    off_by_one = any(one.end_column == 0 or abs(one.end_column - mine.end_column) == 1 for one in begun)
    behind, last = _behind(judged, mine.end_line, mine.end_column), _behind(judged, mine.end_line, mine.end_column - 1)
    return found.side == "span" and off_by_one and (behind.lstrip().startswith(";") or last.startswith(";"))


def client_in_parentheses(judged: Judged, found: Difference) -> bool:
    kinds = {"ours": "directive-parenthesised", "next": "directive-misplaced"}
    line = _text(judged, found.verdict.span.line)
    return found.verdict.kind == kinds.get(found.side) and bool(re.match(r"\( ?['\"](.*use)?.*client['\"] ?\)", line))


def besides_a_conflict_of_the_file(judged: Judged, found: Difference) -> bool:
    """With `'use client'`: which of the two goes is open."""
    is_client = re.search(r"^['\"]use\S* ?client", judged.module.text, re.MULTILINE)
    conflicts = _those(judged.ours, "directive-conflict")
    return found.side == "next" and bool(is_client) and any(verdict.span.column == 1 for verdict in conflicts)


def almost_use_client(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)[found.verdict.span.column - 1 : found.verdict.span.end_column - 1]
    return found.side == "ours" and found.verdict.kind == "directive-misspelled" and line[1:-1] in _ALMOST


_ALMOST = {
    "use clinet", "use Client", "Use Client", "use client ", "use clients", "us client", "use  client", "Use Server",
    "use-server", "USE SERVER", "Use cache",
}  # fmt: skip


def one_for_an_error_file(judged: Judged, found: Difference) -> bool:
    both = [_those(side, "error-file-on-server") for side in (judged.ours, judged.theirs)]
    return found.verdict.kind == "error-file-on-server" and [len(side) for side in both] == [1, 1]


def of_an_accessor(judged: Judged, found: Difference) -> bool:
    accessors = _those(judged.ours, "not-async")
    is_this = found.side == "next" and found.verdict.kind == "forbidden-this"
    return is_this and _is_within(found.verdict, [a for a in accessors if a.span.end_line > a.span.line])


_OWN_DIRECTIVE = r"\{\n(\s*['\"].*\n)*?\s*['\"]use (server|cache)(: \w+)?['\"]"
_EXPORTED_FUNCTION = r"^export (default )?((const|let|var) \w+ = )?(async )?(function|\((?!async|\().*=>|\w+ =>)"


def behind_an_arrow(judged: Judged, found: Difference) -> bool:
    """In a statement of the file that has no directive, below an arrow function that has one, or that is exported."""
    above, statement = _statement(judged, found.verdict.span.line)
    arrow = re.search(rf"=> {_OWN_DIRECTIVE}|^export .*=>|^export (\{{|default \w+;)", above, re.MULTILINE)
    line = _text(judged, found.verdict.span.line)
    deepest = len(line) - len(line.lstrip()) + 2
    own = rf"\{{\n(\s*['\"].*\n)*? {{0,{deepest}}}['\"]use (server|cache)(: \w+)?['\"]"
    serves = re.search(rf"{own}|{_EXPORTED_FUNCTION}", statement)
    return (found.side, found.verdict.kind) == ("next", "forbidden-this") and arrow is not None and not serves


def in_a_private_method(judged: Judged, found: Difference) -> bool:
    method = re.search(r"#m\(.*\{\n(\s*['\"].*\n)*?\s*['\"]use (server|cache)", judged.module.text)
    return (found.side, found.verdict.kind) == ("next", "forbidden-this") and method is not None


def named_after_something_around(judged: Judged, found: Difference) -> bool:
    """Ours has no name to mark, and spans the whole function."""
    told = _those(judged.theirs if found.side == "ours" else judged.ours, "not-async")
    if found.side == "ours":
        nameless = found.verdict.span.end_line > found.verdict.span.line
        around = any(other.span.line <= found.verdict.span.line for other in told)
        return found.verdict.kind == "not-async" and nameless and around
    within = any(other.span.end_line > other.span.line >= found.verdict.span.line for other in told)
    return (found.side, found.verdict.kind) == ("next", "not-async") and within


def options_first(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)
    return (found.side, found.verdict.kind) == ("ours", "ssr-false-on-server") and bool(re.search(r"= \w+\(\{", line))


def through_the_whole_module(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)[found.verdict.span.column - 1 :]
    is_api = bool(re.search("api|image|taint", found.verdict.kind))
    return found.side == "ours" and is_api and not re.match(r"import|['\"]", line)


def chain_ends_at_the_specifier(judged: Judged, found: Difference) -> bool:
    line = _text(judged, found.verdict.span.line)
    at = slice(found.verdict.span.column - 1, found.verdict.span.end_column - 1)
    return (found.side, found.verdict.kind) == ("span", "server-api-on-client") and line[at] in _SERVER_ONLY


_SERVER_ONLY = ("'server-only'", "'next/headers'", "'next/root-params'")


def comes_in_through_the_same_import(judged: Judged, found: Difference) -> bool:
    leaks = [verdict for verdict in judged.ours if chain_ends_at_the_specifier(judged, Difference("span", verdict))]
    return (found.side, found.verdict.kind) == ("next", "server-api-on-client") and bool(leaks)


def empty_cache_kind(judged: Judged, found: Difference) -> bool:
    kinds = {"ours": "server-api-on-client", "next": "server-instance-method"}
    return found.verdict.kind == kinds.get(found.side) and bool(re.search(r"use cache: ['\"]", judged.module.text))


def below_parentheses(judged: Judged, found: Difference) -> bool:
    is_open = found.side == "next" and found.verdict.kind in ("server-api-on-client", "metadata-in-client")
    return is_open and bool(re.match(r"\( ?['\"]", judged.module.text))


def parsed_as_a_call(judged: Judged, found: Difference) -> bool:
    return (found.side, found.verdict.kind) == ("next", "invalid-export") and bool(
        re.search(r"^export default class \{ .*?^\} \}\n\(", judged.module.text, re.MULTILINE | re.DOTALL)
    )


def escaped_first_letter(judged: Judged, found: Difference) -> bool:
    return found.side == "next" and bool(re.search(r"^ .*['\"(]\\u0075se", judged.module.text, re.MULTILINE))


def _those(verdicts: frozenset[Verdict], kind: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.kind == kind]


def _is_within(inner: Verdict, outer: Sequence[Verdict]) -> bool:
    return any(one.span.line <= inner.span.line <= one.span.end_line for one in outer)


def _text(judged: Judged, line: int) -> str:
    return judged.module.text.split("\n")[line - 1]


def _statement(judged: Judged, line: int) -> tuple[str, str]:
    """(the text above, the whole) of the statement of the file that the line is in."""
    lines = judged.module.text.splitlines(keepends=True)
    starts = [number for number, text in enumerate(lines) if text[0] not in " })]"]
    start = max(number for number in starts if number < line)
    end = min((number for number in starts if number >= line), default=len(lines))
    return "".join(lines[:start]), "".join(lines[start:end])


def _behind(judged: Judged, line: int, column: int) -> str:
    """The text from there on."""
    lines = judged.module.text.split("\n")[line - 1 :]
    return "\n".join([lines[0][column - 1 :], *lines[1:]])
