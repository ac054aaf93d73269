"""One line on standard error that says what goes on, rewritten in place, gone at the end."""

from __future__ import annotations

import time
from typing import IO

PATIENCE = 0.5
"""Seconds before the first line: a run shorter than this shows nothing."""
INTERVAL = 0.1


class TerminalProgress:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._next = time.monotonic() + PATIENCE
        self._width = 0

    def step(self, title: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + INTERVAL
        self._show(f"{title} {done:,}/{total:,}" if total else title)

    def finish(self) -> None:
        if self._width:
            self._show("")
            self._stream.write("\r")
            self._stream.flush()
            self._width = 0

    def _show(self, line: str) -> None:
        self._stream.write(f"\r{line.ljust(self._width)}")
        self._stream.flush()
        self._width = len(line)


class NoProgress:
    """For pipes, tests and editors."""

    def step(self, title: str, done: int, total: int) -> None: ...

    def finish(self) -> None: ...
