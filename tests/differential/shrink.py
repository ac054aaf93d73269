"""The smallest module that shows a difference, made by taking lines away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.conformance.compare import Difference
from tests.conformance.kinds import KINDS

from .reasons import sort_out
from .side_by_side import Judged, judge

_BLOCKS = (16, 8, 4, 2, 1)
"""Lines that are taken away at once."""


def shrunk(installed: Path, judged: Judged, difference: Difference) -> tuple[Judged, Difference]:
    """What is left differs in the same way, for no known reason; no line less would."""
    while True:
        folder, _, name = judged.module.path.rpartition("/")
        smaller = [
            judged.module._replace(path=f"{folder}c{number}/{name}", text=text)
            for number, text in enumerate(_shorter(judged.module.text))
        ]
        open_ones = sort_out([one for one in judge(installed, smaller) if _is_a_module(one)]).unexplained
        found = [(one, other) for one, other in open_ones if _kind(other) == _kind(difference)]
        if not found:
            return judged, difference
        best, difference = min(found, key=lambda pair: len(pair[0].module.text.splitlines()))
        judged = best._replace(module=best.module._replace(path=judged.module.path))


def _is_a_module(judged: Judged) -> bool:
    """Not torn apart: Next says nothing but what we have a name for."""
    return all(verdict.kind in KINDS for verdict in judged.theirs)


def _kind(difference: Difference) -> tuple[str, str]:
    return difference.side, difference.verdict.kind


def _shorter(text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    for size in _BLOCKS:
        for start in range(max(len(lines) - size + 1, 0)):
            yield "".join(lines[:start] + lines[start + size :])
