"""Which steps of the analysis ran, and how long they took: for tests of what an edit costs, and for `--statistics`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class StepLog:
    """`names` says what ran, in order; a parsed file is a step of its own, `parse app/page.tsx`."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}
        """The same of this thread's processor time."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step that does its work inside of the `with`."""
        self.names.append(name)
        with self.timed(name):
            yield

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Time only: for what runs every time and is no step."""
        start, used = time.perf_counter(), time.thread_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
            self.processor[name] = self.processor.get(name, 0.0) + time.thread_time() - used

    def parsed(self, path: str) -> None:
        self.names.append(f"parse {path}")
