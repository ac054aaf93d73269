"""Parses many files at once, in worker processes that cannot take us down.

A worker that dies loses the file it was at, nothing else; one that takes too long for a file is ended. Where no worker
can be started at all, the files are parsed here.
"""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH116

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from boundary_lsp.adapters.parsing import failed, parse_from, parse_on_disk
from boundary_lsp.ports import FileSystem, Parsed, Stamp

if TYPE_CHECKING:
    from boundary_lsp.adapters.worker_process import Worker

SMALL_JOB = 40
"""Fewer files than this are parsed sooner than a worker is up."""
LARGE_FILE = 1 << 20
"""A file of this size is always given to a worker: it may take seconds, and the interpreter lock with it."""
CHUNK = 28
MOST_WORKERS = 8
SECONDS_PER_FILE = 30.0

_answer_decoder = msgspec.msgpack.Decoder(tuple[int, int, int, bytes, bytes])


class InProcessPool:
    """Parses one file after the other through the file system port: for tests and for texts that are not on disk."""

    def __init__(self, files: FileSystem) -> None:
        self._files = files

    def warm_up(self) -> None: ...

    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        return (parse_from(self._files, path) for path in paths)

    def close(self) -> None: ...


@dataclass(slots=True)
class _Job:
    """What a worker is at: the files that it has not answered for, the current one first."""

    waiting: deque[str]
    overdue: bool = False


class WorkerPool:
    """`parse` may be called again and again; the workers stay until `close`."""

    def __init__(self, root: str, jobs: int | None = None, seconds_per_file: float = SECONDS_PER_FILE) -> None:
        self._root = root
        self._wanted = max(1, min(jobs or _processors(), MOST_WORKERS))
        self._limit = seconds_per_file
        self._inbox: SimpleQueue[tuple[Worker, bytes | None]] = SimpleQueue()
        self._workers: list[Worker] = []
        self._jobs: dict[Worker, _Job] = {}

    @property
    def pids(self) -> list[int]:
        """Of the workers that were started and not found dead."""
        return [worker.pid for worker in self._workers]

    def warm_up(self) -> None:
        """Start the workers now, so that they load while something else is done."""
        while len(self._workers) < self._wanted and self._start() is not None:
            pass

    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        sized = sorted(((_size(f"{self._root}/{path}"), path) for path in paths), reverse=True)
        if len(sized) < SMALL_JOB and (not sized or sized[0][0] < LARGE_FILE):
            return self._parse_here(paths)
        return self._parse_there(_chunks([path for _, path in sized]))

    def close(self) -> None:
        for worker in self._workers:
            worker.close()
        self._workers.clear()
        self._jobs.clear()

    def _parse_here(self, paths: list[str]) -> Iterator[Parsed]:
        return (parse_on_disk(self._root, path) for path in paths)

    def _parse_there(self, chunks: deque[list[str]]) -> Iterator[Parsed]:
        while len(self._workers) < min(self._wanted, len(chunks)) and self._start() is not None:
            pass
        for worker in self._workers:
            self._give_next(worker, chunks)
        try:
            while self._jobs:
                yield from self._hear(chunks)
        finally:
            if self._jobs:
                self.close()
        for chunk in chunks:
            yield from self._parse_here(chunk)

    def _hear(self, chunks: deque[list[str]]) -> Iterator[Parsed]:
        """Wait for one message, and act on it."""
        self._end_overdue()
        try:
            worker, message = self._inbox.get(timeout=min(self._limit / 4, 1.0))
        except Empty:
            return
        if message is None:
            yield from self._bury(worker, chunks)
        elif job := self._jobs.get(worker):
            size, written, inode, digest, encoded = _answer_decoder.decode(message)
            yield Parsed(job.waiting.popleft(), Stamp(size, written, inode), digest, encoded)
            if not job.waiting:
                self._give_next(worker, chunks)

    def _give_next(self, worker: Worker, chunks: deque[list[str]]) -> None:
        self._jobs.pop(worker, None)
        if chunks:
            chunk = chunks.popleft()
            self._jobs[worker] = _Job(deque(chunk))
            worker.send(self._root, chunk)

    def _bury(self, worker: Worker, chunks: deque[list[str]]) -> Iterator[Parsed]:
        """A worker is gone: account for the file it was at, give the rest of its files to a new one."""
        if worker in self._workers:
            self._workers.remove(worker)
            worker.close()
        job = self._jobs.pop(worker, None)
        if job is None:
            return
        if worker.ready:
            yield failed(job.waiting.popleft(), "timeout" if job.overdue else "crashed")
        if job.waiting:
            chunks.appendleft(list(job.waiting))
        if worker.ready and chunks and (successor := self._start()) is not None:
            self._give_next(successor, chunks)

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker, job in self._jobs.items():
            if now - worker.last_heard > self._limit and not job.overdue:
                job.overdue = True
                worker.kill()

    def _start(self) -> Worker | None:
        from boundary_lsp.adapters.worker_process import Worker

        try:
            worker = Worker(self._inbox)
        except OSError:
            return None
        self._workers.append(worker)
        return worker


def _chunks(paths: list[str]) -> deque[list[str]]:
    """Equal mixtures of large and small files, from paths sorted by size."""
    number = -(-len(paths) // CHUNK)
    return deque(paths[first::number] for first in range(number))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
