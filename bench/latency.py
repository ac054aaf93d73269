"""Measures how long an editor waits for the language server: `python -m bench.latency --synthetic 5000,20000`."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.editor.client import ServerFailed
from bench.editor.report import Result, Telling, as_data, table
from bench.editor.tour import measure
from bench.editor.wrong import WrongAnswer
from bench.measure.edits import NothingToEdit
from bench.measure.processor import calibration
from bench.measure.report import machine
from bench.measure.tools import Boundary
from bench.measure.workloads import sizes, workloads


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; 1 where an answer's content is wrong, 2 where the server fails."""
    options = parser().parse_args(arguments)
    print(f"ten million additions: {calibration():.2f} s", flush=True)
    try:
        results = [show(result) for result in measure_all(options)]
    except WrongAnswer as problem:
        print(problem, file=sys.stderr)
        return 1
    except (ServerFailed, NothingToEdit) as problem:
        print(problem, file=sys.stderr)
        return 2
    if options.json:
        data = {"machine": machine(), "results": [as_data(result) for result in results]}
        options.json.write_text(json.dumps(data, indent=1) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    known = argparse.ArgumentParser(prog="python -m bench.latency", description=__doc__)
    known.add_argument("--tree", type=Path, help="a checkout to measure a copy of")
    known.add_argument("--synthetic", type=sizes, default=(), metavar="N,N", help="synthetic trees of so many modules")
    known.add_argument("--seed", type=int, default=1, help="of the synthetic trees, and of what is edited and asked")
    known.add_argument("--edits", type=int, default=8, help="modules in which every kind of edit is typed")
    known.add_argument("--boundary", type=shlex.split, default=["boundary"], metavar="COMMAND", help="our command")
    known.add_argument("--json", type=Path, metavar="FILE", help="write every figure here")
    return known


def measure_all(options: argparse.Namespace) -> Iterator[Result]:
    """Each tree in turn."""
    for workload in workloads(options.tree, options.synthetic, options.seed):
        tool = Boundary(workload.tree, workload.tree.parent, options.boundary)
        measured = measure(tool, options.edits, options.seed, Telling())
        yield Result(workload.name, workload.modules, workload.size, measured)


def show(result: Result) -> Result:
    """Print the result as soon as it is there."""
    print("\n".join(table(result)), end="\n\n", flush=True)
    return result


if __name__ == "__main__":
    raise SystemExit(main())
