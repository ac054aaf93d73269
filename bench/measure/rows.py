"""The four rows, measured tool beside tool."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from bench.measure.edits import choose_module
from bench.measure.process import Command, Cost, run
from bench.measure.tools import Boundary, Tool


class Row(StrEnum):
    """What happened to the tree since the run before."""

    COLD = "cold"
    UNCHANGED = "nothing changed"
    BODY = "one body edit"
    EXPORT = "one export edit"


class ReportDiffers(Exception):
    """A report of ours is not, byte for byte, what an uncached run or an earlier round says."""


@dataclass
class Series:
    """One tool's costs in one row; the memory is from a run of its own that was not timed."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: int | None = None

    def add(self, cost: Cost) -> None:
        """One timed run."""
        self.wall.append(cost.wall)
        self.cpu.append(cost.cpu)

    @property
    def best_wall(self) -> float:
        """The fastest run's seconds."""
        return min(self.wall)

    @property
    def median_wall(self) -> float:
        """The middle run's seconds."""
        return median(self.wall)

    @property
    def best_cpu(self) -> float:
        """The least processor seconds."""
        return min(self.cpu)

    @property
    def median_cpu(self) -> float:
        """The middle run's processor seconds."""
        return median(self.cpu)


Measured = dict[Row, dict[str, Series]]


class Session:
    """Measures tools on their copies of one tree, in rounds: every row, and in a row every tool, once a round."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = tools
        self._edited = {tool.name: choose_module(tool.tree) for tool in tools}
        self._reports: dict[Row, str] = {}
        self.measured: Measured = {row: {tool.name: Series() for tool in tools} for row in Row}

    def warm_up(self) -> None:
        """One round that is not timed: fills the page cache, samples memory, compares our reports to uncached runs."""
        for row, tool in self._steps():
            cost = run(command_for(row, tool), sample_memory=True)
            self.measured[row][tool.name].memory = cost.memory
            if isinstance(tool, Boundary):
                run(tool.uncached())
                self._check(row, tool.uncached_output.read_bytes(), tool.output.read_bytes())

    def measure(self, rounds: int) -> None:
        """The timed rounds; our reports must be what they were in the first."""
        for _ in range(rounds):
            for row, tool in self._steps():
                self.measured[row][tool.name].add(run(command_for(row, tool)))
                if isinstance(tool, Boundary):
                    self._check(row, tool.output.read_bytes())

    def _steps(self) -> Iterator[tuple[Row, Tool]]:
        """Every row and tool in turn, each with the tree and the cache in the state the row asks for."""
        for row in Row:
            for tool in self._tools:
                self._prepare(row, tool)
                yield row, tool

    def _prepare(self, row: Row, tool: Tool) -> None:
        edited = self._edited[tool.name]
        if row is Row.COLD:
            edited.restore()
            tool.forget()
        elif row is Row.UNCHANGED and not tool.fills_cache_when_cold():
            run(tool.command())
        elif row is Row.BODY:
            edited.edit_body()
        elif row is Row.EXPORT:
            edited.edit_exports()

    def _check(self, row: Row, *reports: bytes) -> None:
        for report in reports:
            digest = hashlib.sha256(report).hexdigest()
            if self._reports.setdefault(row, digest) != digest:
                raise ReportDiffers(f"row '{row}': equal trees gave different reports")


def command_for(row: Row, tool: Tool) -> Command:
    """The tool's command in a row."""
    return tool.cold_command() if row is Row.COLD else tool.command()
