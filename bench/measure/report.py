"""Measurements as tables for people and as data."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.measure.processor import calibration
from bench.measure.rows import Measured, Row, Series
from bench.measure.scaling import fit

OURS = "boundary"
MEGABYTE = 1024 * 1024
HEADINGS = ("row", "tool", "wall best", "median", "cpu best", "median", "memory")


@dataclass(frozen=True)
class Result:
    """One tree's measurements."""

    workload: str
    modules: int
    size: int
    measured: Measured


def as_data(results: Sequence[Result]) -> list[dict[str, object]]:
    """One record for each tree, row and tool; seconds and bytes."""
    return [
        {
            "workload": result.workload,
            "modules": result.modules,
            "bytes": result.size,
            "row": str(row),
            "tool": tool,
            "wall": series.wall,
            "cpu": series.cpu,
            "memory": series.memory,
        }
        for result in results
        for row, by_tool in result.measured.items()
        for tool, series in by_tool.items()
    ]


def tables(result: Result) -> Iterator[str]:
    """The lines of one tree's tables: costs, then ours as a ratio to each peer's."""
    yield f"{result.workload}: {result.modules:,} modules, {result.size / 1e6:.1f} MB"
    yield from aligned([HEADINGS, *cost_lines(result.measured)])
    ratios = list(ratio_lines(result.measured))
    if ratios:
        yield ""
        yield "boundary as a ratio to its peers in the same run (below 1: boundary costs less)"
        yield from aligned([("row", "peer", *HEADINGS[2:]), *ratios])


def cost_lines(measured: Measured) -> Iterator[tuple[str, ...]]:
    """Seconds and megabytes."""
    for row, by_tool in measured.items():
        for tool, series in by_tool.items():
            yield (str(row), tool, *(f"{value:.3f} s" for value in figures(series)), megabytes(series.memory))


def ratio_lines(measured: Measured) -> Iterator[tuple[str, ...]]:
    """Ours divided by each peer's, figure by figure."""
    for row, by_tool in measured.items():
        for tool, series in by_tool.items():
            if tool != OURS and OURS in by_tool:
                ours = by_tool[OURS]
                pairs = zip(figures(ours), figures(series), strict=True)
                yield (str(row), tool, *(f"{mine / theirs:.2f}" for mine, theirs in pairs), memory_ratio(ours, series))


def figures(series: Series) -> tuple[float, float, float, float]:
    """Wall and processor seconds, best and median of each."""
    return series.best_wall, series.median_wall, series.best_cpu, series.median_cpu


def megabytes(memory: int | None) -> str:
    """Memory for people."""
    return "-" if memory is None else f"{memory / MEGABYTE:.0f} MB"


def memory_ratio(ours: Series, theirs: Series) -> str:
    """Our memory divided by theirs, where both are known."""
    return f"{ours.memory / theirs.memory:.2f}" if ours.memory and theirs.memory else "-"


def scaling_table(results: Sequence[Result]) -> Iterator[str]:
    """How each tool's cost grows from the smallest tree to the largest, by row."""
    sizes = ", ".join(f"{result.modules:,}" for result in results)
    yield f"growth over {sizes} modules (exponent 1: linear)"
    lines: list[Sequence[str]] = [("row", "tool", "wall exponent", "per module", "cpu exponent", "per module")]
    for row in Row:
        for tool in results[0].measured[row]:
            cells = (growth(results, row, tool, figure) for figure in ("best_wall", "best_cpu"))
            lines.append((str(row), tool, *(cell for pair in cells for cell in pair)))
    yield from aligned(lines)


def growth(results: Sequence[Result], row: Row, tool: str, figure: str) -> tuple[str, str]:
    """The exponent of one figure, and the microseconds of one module more."""
    costs: Mapping[int, float] = {each.modules: getattr(each.measured[row][tool], figure) for each in results}
    scaling = fit(costs)
    return f"{scaling.exponent:.2f}", f"{scaling.seconds_per_module * 1e6:.0f} us"


def aligned(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns of equal width; words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        words = [cell.ljust(width) for cell, width in zip(line[:2], widths[:2], strict=True)]
        cells = [cell.rjust(width) for cell, width in zip(line[2:], widths[2:], strict=True)]
        yield "  " + "  ".join([*words, *cells]).rstrip()


def machine() -> dict[str, object]:
    """What the figures depend on, as far as it may be told."""
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "ten million additions": calibration(),
    }
