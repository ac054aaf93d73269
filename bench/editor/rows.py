"""What is measured, and the bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bench.editor.client import Answer


class Row(StrEnum):
    """What an editor waits for."""

    COLD = "first findings, cold"
    WARM = "first findings, warm"
    BODY = "body edit"
    BODY_SLOWEST = "body edit, slowest key"
    IMPORT = "import edit"
    IMPORT_SLOWEST = "import edit, slowest key"
    EXPORT = "export edit"
    EXPORT_SLOWEST = "export edit, slowest key"
    DIRECTIVE = "directive edit"
    DIRECTIVE_SLOWEST = "directive edit, slowest key"
    BURST = "last of ten quick keys"
    REFERENCES = "references"
    REFERENCES_AFTER_EDIT = "references after an edit"
    HOVER = "hover, a server function"
    HOVER_USE = "hover, a use of it"
    DEFINITION = "definition"
    LENSES = "code lenses"
    HINTS = "inlay hints"
    RENAME = "rename"
    SYMBOLS = "workspace symbols"
    WORKSPACE = "workspace findings, first"
    WORKSPACE_AFTER_EDIT = "workspace findings after an edit"
    FILE = "a file changed on disk"
    SWITCH = "a branch switch"


KEY = 0.050
BARS: dict[Row, float] = {
    Row.BODY: KEY,
    Row.IMPORT: KEY,
    Row.EXPORT: KEY,
    Row.DIRECTIVE: KEY,
    Row.REFERENCES: 0.050,
    Row.REFERENCES_AFTER_EDIT: 0.050,
}
"""Seconds that 95 of 100 answers may take, in a program of 5,000 modules."""


@dataclass
class Series:
    """One row's answers: seconds on the clock, and of the server's processor. Empty answers are counted apart, so
    that their speed makes no row look good."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    empty: int = 0

    def add(self, answer: Answer) -> None:
        self.wall.append(answer.wall)
        self.cpu.append(answer.cpu)


class Latencies:
    """All rows of one tree."""

    def __init__(self) -> None:
        self._series: dict[Row, Series] = defaultdict(Series)

    def __getitem__(self, row: Row) -> Series:
        return self._series[row]

    def __iter__(self) -> Iterator[tuple[Row, Series]]:
        """In the order of `Row`."""
        return ((row, self._series[row]) for row in Row if row in self._series)

    def take(self, row: Row, answer: Answer, *, is_empty: bool = False) -> None:
        if is_empty:
            self[row].empty += 1
        else:
            self[row].add(answer)


def percentile(values: list[float], of: int) -> float:
    """The smallest value that `of` in 100 do not exceed."""
    return sorted(values)[max(0, -(-len(values) * of // 100) - 1)]
