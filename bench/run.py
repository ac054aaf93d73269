"""Measures boundary beside its peers: `python -m bench.run --synthetic 1000,5000 --peers`."""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure.edits import NothingToEdit
from bench.measure.process import CommandFailed
from bench.measure.report import Result, as_data, machine, scaling_table, tables
from bench.measure.rows import ReportDiffers, Session
from bench.measure.tools import BINARIES, Boundary, Fallow, Knip, Tool
from bench.measure.workloads import Workload, sizes, workloads

SCALING_SIZES = (1000, 5000, 20000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; 1 where a report of ours differs from an uncached run's, 2 where a tool fails."""
    options = parser().parse_args(arguments)
    if (options.peers or options.without_boundary) and not BINARIES.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=BINARIES.parent.parent, check=True)
    try:
        results = [show(result) for result in measure_all(options)]
    except ReportDiffers as problem:
        print(problem, file=sys.stderr)
        return 1
    except (CommandFailed, NothingToEdit) as problem:
        print(problem, file=sys.stderr)
        return 2
    if options.scaling:
        print("\n".join(scaling_table(results)))
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(), "results": as_data(results)}, indent=1) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    known = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    known.add_argument("--tree", type=Path, help="a checkout to measure a copy of")
    known.add_argument("--synthetic", type=sizes, default=(), metavar="N,N", help="synthetic trees of so many modules")
    known.add_argument("--seed", type=int, default=1, help="of the synthetic trees")
    known.add_argument("--runs", type=int, default=5, help="timed rounds, after one that is not timed")
    known.add_argument("--peers", action="store_true", help="measure fallow and knip too")
    known.add_argument("--without-boundary", action="store_true", help="measure fallow and knip alone")
    known.add_argument("--boundary", type=shlex.split, default=["boundary"], metavar="COMMAND", help="our command")
    known.add_argument("--check-options", type=shlex.split, default=[], metavar="OPTIONS", help="more options of check")
    known.add_argument("--scaling", action="store_true", help="1,000 to 20,000 modules, and how cost grows")
    known.add_argument("--json", type=Path, metavar="FILE", help="write every figure here")
    return known


def measure_all(options: argparse.Namespace) -> Iterator[Result]:
    """Each tree in turn, in a folder that is removed afterwards."""
    asked = options.synthetic or (SCALING_SIZES if options.scaling or not options.tree else ())
    for workload in workloads(options.tree, asked, options.seed):
        yield measure(workload, workload.tree.parent, options)


def measure(workload: Workload, workspace: Path, options: argparse.Namespace) -> Result:
    """One tree."""
    session = Session(chosen_tools(workload, workspace, options))
    session.warm_up()
    session.measure(options.runs)
    return Result(workload.name, workload.modules, workload.size, session.measured)


def chosen_tools(workload: Workload, workspace: Path, options: argparse.Namespace) -> list[Tool]:
    """Ours first, then the peers."""
    tools: list[Tool] = []
    if not options.without_boundary:
        tools.append(Boundary(workload.copy_for("boundary"), workspace, options.boundary, options.check_options))
    if options.peers or options.without_boundary:
        tools += [Fallow(workload.copy_for("fallow"), workspace), Knip(workload.copy_for("knip"), workspace)]
    return tools


def show(result: Result) -> Result:
    """Print the result as soon as it is there."""
    print("\n".join(tables(result)), end="\n\n", flush=True)
    return result


if __name__ == "__main__":
    raise SystemExit(main())
