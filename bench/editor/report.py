"""Latencies as a table for people and as data."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.editor.rows import BARS, Latencies, Row, Series, percentile
from bench.editor.steps import STEPS
from bench.editor.tour import Measurements
from bench.measure.report import aligned, megabytes

HEADINGS = ("waiting for", "bar", "answers", "empty", "50 %", "95 %", "99 %", "cpu 50 %", "95 %")


@dataclass(frozen=True)
class Result:
    """One tree's measurements."""

    workload: str
    modules: int
    size: int
    measured: Measurements


def as_data(result: Result) -> dict[str, object]:
    """Every single answer; seconds and bytes."""
    return {
        "workload": result.workload,
        "modules": result.modules,
        "bytes": result.size,
        "memory": result.measured.memory,
        "rows": [
            {"row": str(row), "wall": series.wall, "cpu": series.cpu, "empty": series.empty}
            for row, series in result.measured.latencies
        ],
        "steps": {str(row): costs for row, costs in result.measured.steps.items()},
    }


def table(result: Result) -> Iterator[str]:
    """The lines of one tree's table, and what stands below it."""
    yield f"{result.workload}: {result.modules:,} modules, {result.size / 1e6:.1f} MB"
    yield from aligned([HEADINGS, *(line(row, series) for row, series in result.measured.latencies)])
    yield "  processor of each step after a key, without the protocol, 50 % and 95 %:"
    yield from aligned(
        [("kind", "", *STEPS), *(steps_line(row, costs) for row, costs in result.measured.steps.items())]
    )
    memory = (f"{megabytes(size)} {when}" for when, size in result.measured.memory.items())
    yield f"  memory: {', '.join(memory)} (bar at 5,000 modules: 300 MB)"
    shown = result.measured.shown
    proofs = (f"{row} {shown[row, True]} of {shown[row, True] + shown[row, False]}" for row, _ in shown)
    yield f"  edits that add a finding, and showed it: {', '.join(dict.fromkeys(proofs))}"


class Telling:
    """Says what is known of the rows so far, each when it has more answers than before."""

    def __init__(self) -> None:
        self._told: dict[Row, int] = {}

    def __call__(self, latencies: Latencies) -> None:
        for row, series in latencies:
            if self._told.get(row) != len(series.wall) and series.wall:
                self._told[row] = len(series.wall)
                print("  ".join(line(row, series)), file=sys.stderr, flush=True)


def steps_line(row: Row, costs: Mapping[str, list[float]]) -> tuple[str, ...]:
    """Milliseconds of each step."""
    pairs = ((percentile(costs[step], 50), percentile(costs[step], 95)) for step in STEPS)
    return (str(row), "", *(f"{1000 * median:.0f} / {1000 * high:.0f}" for median, high in pairs))


def line(row: Row, series: Series) -> tuple[str, ...]:
    """Milliseconds."""
    wall = (milliseconds(percentile(series.wall, of)) for of in (50, 95, 99))
    cpu = (milliseconds(percentile(series.cpu, of)) for of in (50, 95))
    return (str(row), verdict(row, series), str(len(series.wall)), str(series.empty), *wall, *cpu)


def verdict(row: Row, series: Series) -> str:
    """Whether 95 of 100 answers are as fast as the bar says."""
    if row not in BARS:
        return "-"
    bar = BARS[row]
    return f"{milliseconds(bar)} {'held' if percentile(series.wall, 95) <= bar else 'missed'}"


def milliseconds(seconds: float) -> str:
    """For people."""
    return f"{seconds * 1000:.{0 if seconds >= 0.01 else 1}f} ms"
