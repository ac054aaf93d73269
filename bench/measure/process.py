"""Runs one command and tells what it cost, its descendants' cost included."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure.memory import PeakMemory

PR_SET_CHILD_SUBREAPER = 36
LINGER_SECONDS = 10.0


@dataclass(frozen=True)
class Command:
    """What to start and where; standard output goes to `stdout`, standard error beside it."""

    argv: Sequence[str]
    directory: Path
    stdout: Path
    environment: Mapping[str, str]
    accepted: frozenset[int] = frozenset({0})


@dataclass(frozen=True)
class Cost:
    """Seconds until the command ended, processor seconds of all its processes, peak memory in bytes if sampled."""

    wall: float
    cpu: float
    memory: int | None = None


class CommandFailed(Exception):
    """The command ended with a status that its tool does not use for success."""


def run(command: Command, *, sample_memory: bool = False) -> Cost:
    """Run the command to its end. Sampling memory slows it, so a sampled run's times mean little.

    The caller must have no other children: descendants that outlive the command are reaped and counted here.
    """
    adopt_orphans()
    with command.stdout.open("wb") as out, Path(f"{command.stdout}.err").open("wb") as err:
        before = processor_seconds()
        started = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=command.directory,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        memory = PeakMemory(process.pid) if sample_memory else None
        status = process.wait()
        wall = time.perf_counter() - started
    peak = memory.stop() if memory else None
    reap_orphans(process.pid)
    if status not in command.accepted:
        raise CommandFailed(explain(command, status))
    return Cost(wall, processor_seconds() - before, peak)


def processor_seconds() -> float:
    """User and system time of every child reaped so far, and of the children those reaped."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def adopt_orphans() -> None:
    """Have processes whose parent ends become our children, so that their cost is not lost (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def reap_orphans(session: int) -> None:
    """Wait for what the command left running, and end the command's session if that takes too long."""
    deadline = time.monotonic() + LINGER_SECONDS
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            if time.monotonic() > deadline:
                end_session(session)
            time.sleep(0.005)


def end_session(session: int) -> None:
    """Kill the process group that the command led."""
    try:
        os.killpg(session, signal.SIGKILL)
    except ProcessLookupError:
        return


def explain(command: Command, status: int) -> str:
    """The command, its status and the end of what it said."""
    said = Path(f"{command.stdout}.err").read_text(errors="replace")[-1500:]
    return f"{' '.join(command.argv)}\nended with status {status}\n{said}"
