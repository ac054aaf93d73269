"""Parses many files at once, in worker processes that cannot take us down.

A worker that dies loses the file it was at, nothing else; one that takes too long is ended. Where no worker can be
started at all, the files are parsed here.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from boundary_lsp.adapters.parsing import failed, parse_on_disk, parse_text
from boundary_lsp.adapters.portions import Chunk, chunks_of, processors, size_of
from boundary_lsp.ports import Parsed, Stamp

if TYPE_CHECKING:
    from boundary_lsp.adapters.worker_process import Worker

SMALL_JOB = 40
"""Fewer files than this are parsed sooner than a worker is up."""
LARGE_FILE = 1 << 20
"""A file of this size is always given to a worker: it may take seconds, and the interpreter lock with it."""
LARGE_BUFFER = 200_000
"""The same where somebody types meanwhile: a file of this size takes 0.1 s."""
MOST_WORKERS = 8
SECONDS_PER_FILE = 30.0

_answer_decoder = msgspec.msgpack.Decoder(list[tuple[str, Stamp, bytes, bytes]])


class WorkerPool:
    """`parse` may be called again and again; the workers stay until `close`."""

    def __init__(
        self,
        root: str,
        jobs: int | None = None,
        seconds_per_file: float = SECONDS_PER_FILE,
        large_file: int = LARGE_FILE,
    ) -> None:
        self.texts: Mapping[str, bytes] = {}
        """By path: what is parsed instead of what is on disk."""
        self._large_file = large_file
        self._root = root
        self._wanted = max(1, min(jobs or processors(), MOST_WORKERS))
        self._limit = seconds_per_file
        self._inbox: SimpleQueue[tuple[Worker, bytes | None]] = SimpleQueue()
        self._busy: dict[Worker, deque[Chunk]] = {}
        """The living workers, each with what it has been given and not answered: the chunk it is at, and the next."""
        self._overdue: set[Worker] = set()

    @property
    def pids(self) -> list[int]:
        return [worker.pid for worker in self._busy]

    def warm_up(self) -> None:
        """Start the workers now, so that they load while something else is done."""
        self._start(self._wanted)

    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        sized = sorted(((self._size(path), path) for path in paths), reverse=True)
        if len(sized) < SMALL_JOB and (not sized or sized[0][0] < self._large_file):
            return self._parse_here(paths)
        return self._parse_there(chunks_of([path for _, path in sized]))

    def close(self) -> None:
        for worker in self._busy:
            worker.close()
        self._busy.clear()

    def _size(self, path: str) -> int:
        text = self.texts.get(path)
        return size_of(f"{self._root}/{path}") if text is None else len(text)

    def _parse_here(self, paths: list[str]) -> Iterator[Parsed]:
        for path in paths:
            text = self.texts.get(path)
            yield parse_on_disk(self._root, path) if text is None else parse_text(path, text)

    def _parse_there(self, chunks: deque[Chunk]) -> Iterator[Parsed]:
        self._start(min(self._wanted, len(chunks)))
        try:
            for worker in (*self._busy, *self._busy):
                self._give(worker, chunks)
            while any(self._busy.values()):
                yield from self._hear(chunks)
        finally:
            if any(self._busy.values()):
                self.close()
        for chunk in chunks:
            yield from self._parse_here(chunk)

    def _hear(self, chunks: deque[Chunk]) -> Iterator[Parsed]:
        """Wait for one message, and act on it."""
        self._end_overdue()
        try:
            worker, message = self._inbox.get(timeout=min(self._limit / 4, 1.0))
        except Empty:
            return
        if message is None:
            yield from self._bury(worker, chunks)
        elif worker in self._busy:
            self._busy[worker].popleft()
            self._give(worker, chunks)
            yield from (Parsed(*fields) for fields in _answer_decoder.decode(message))

    def _give(self, worker: Worker, chunks: deque[Chunk]) -> None:
        if chunks:
            chunk = chunks.popleft()
            self._busy[worker].append(chunk)
            worker.send(self._root, chunk, {path: self.texts[path] for path in chunk if path in self.texts})

    def _bury(self, worker: Worker, chunks: deque[Chunk]) -> Iterator[Parsed]:
        """A worker is gone. One file of the chunk it was at is to blame: each is tried alone, and a file that was alone
        is lost."""
        unanswered = self._busy.pop(worker, None)
        if unanswered is None:
            return
        worker.close()
        if unanswered and worker.ready:
            blamed = unanswered.popleft()
            if len(blamed) == 1:
                yield failed(blamed[0], "timeout" if worker in self._overdue else "crashed")
            else:
                unanswered.extend([path] for path in blamed)
        chunks.extend(unanswered)
        if worker.ready and chunks:
            self._start(len(self._busy) + 1)
            for living in self._busy:
                self._give(living, chunks)

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker, unanswered in self._busy.items():
            if unanswered and now - worker.last_heard > self._limit and worker not in self._overdue:
                self._overdue.add(worker)
                worker.kill()

    def _start(self, number: int) -> None:
        """Have that many workers, if the system lets us."""
        from boundary_lsp.adapters.worker_process import Worker

        try:
            while len(self._busy) < number:
                self._busy[Worker(self._inbox)] = deque()
        except OSError:
            return
