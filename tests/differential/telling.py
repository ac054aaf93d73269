"""Differences, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from tests.conformance.compare import Difference

from .shrink import shrunk
from .side_by_side import Judged


def told(
    installed: Path, unexplained: Sequence[tuple[Judged, Difference]], each: int = 1, most: int = 99
) -> Iterator[str]:
    """Of the first kinds how many there are, and the first ones of each, made small."""
    by_kind: dict[tuple[str, str], list[tuple[Judged, Difference]]] = {}
    for judged, difference in unexplained:
        by_kind.setdefault((difference.side, difference.verdict.kind), []).append((judged, difference))
    for (side, kind), found in islice(by_kind.items(), most):
        yield f"{side}: {kind}: {len(found)}"
        yield from (_module(*shrunk(installed, *one)) for one in found[:each])


def _module(judged: Judged, difference: Difference) -> str:
    module = judged.module
    lines = [f"  {number:3} | {line}" for number, line in enumerate(module.text.splitlines(), 1)]
    head = f"{difference}\n  {module.path}, {module.layer} layer, {module.switches}"
    ours, theirs = (", ".join(map(str, sorted(said))) or "nothing" for said in (judged.ours, judged.theirs))
    return "\n".join([head, *lines, f"  ours: {ours}", f"  next: {theirs}", ""])
