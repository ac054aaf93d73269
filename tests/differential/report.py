"""What Next's compiler prints about a module, as verdicts.

      x Server Actions must be async functions.
       ,-[/p/app/x.js:2:1]
     1 | 'use server'
     2 | export function a(){}
       :                 ^
       `----

Of a span with several lines it shows these, and no columns: `,->` before the first, `` `-> `` before the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from tests.conformance.kinds import kind_of_message
from tests.conformance.ours import Span, Verdict

_ERROR = re.compile(r"^  x (?P<message>.*(?:\n  \|.*)*)", re.MULTILINE)
_LINE = re.compile(r"^ *(?P<number>\d+) \| (?P<text>.*)$")
_MARKS = re.compile(r"^ *: (?P<marks>.*)$")
_FIRST, _LAST = re.compile(r"^ ?,-+>"), re.compile(r"^ ?`-+>")
_END = "\nStack backtrace:"


def verdicts(report: str) -> Iterator[Verdict]:
    """Each error, with the first of the places that it marks; of what is no error of its own kind, the message."""
    text = report.partition(_END)[0]
    errors = [*_ERROR.finditer(text)]
    if report and not errors:
        yield Verdict(report, Span(0, 0, 0, 0))
    for error, following in zip_longest(errors, errors[1:]):
        frame = text[error.end() : following.start() if following else None]
        yield Verdict(kind_of_message(error["message"]), _span(frame))


def _span(frame: str) -> Span:
    number = first = 0
    for line in frame.split("\n"):
        if shown := _LINE.match(line):
            number = int(shown["number"])
            first = number if _FIRST.match(shown["text"]) else first
            if _LAST.match(shown["text"]):
                return Span(first, 0, number, 0)
        elif (marks := _MARKS.match(line)) and (carets := re.search(r"\^+", marks["marks"])):
            return Span(number, carets.start() + 1, number, carets.end() + 1)
    return Span(0, 0, 0, 0)
