"""Two sets of verdicts about one module: what only one of them has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from .ours import Verdict


class Difference(NamedTuple):
    side: str
    """`ours`: only we say it; `next`: only Next says it; `span`: both do on that line, but about something else."""
    verdict: Verdict

    def __str__(self) -> str:
        return f"{self.side}: {self.verdict}"


def differences(ours: Collection[Verdict], theirs: Collection[Verdict]) -> Iterator[Difference]:
    """Kinds and lines that one side lacks; then, where both have the kind on the line, spans of ours that Next's are
    not."""
    our_lines, their_lines = _lines(ours), _lines(theirs)
    for verdict in sorted(ours):
        if (verdict.kind, verdict.span.line) not in their_lines:
            yield Difference("ours", verdict)
        elif not any(_same_span(verdict, other) for other in theirs):
            yield Difference("span", verdict)
    for verdict in sorted(theirs):
        if (verdict.kind, verdict.span.line) not in our_lines:
            yield Difference("next", verdict)


def _lines(verdicts: Collection[Verdict]) -> set[tuple[str, int]]:
    return {(verdict.kind, verdict.span.line) for verdict in verdicts}


def _same_span(mine: Verdict, other: Verdict) -> bool:
    """Next shows no columns where a span has several lines."""
    pairs = zip(mine.span, other.span, strict=True)
    return mine.kind == other.kind and all(two in (one, 0) for one, two in pairs)
