"""The engine's progress in an editor: a bar while the first index is made."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from boundary_lsp.ports import Cancelled

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer

INTERVAL = 0.1
"""Seconds."""


class StepProgress:
    """For the thread that works: tells what it is at, and gives it up between two steps where it is outdated."""

    def __init__(self, is_outdated: Callable[[], bool], tell: Callable[[str, int, int], None]) -> None:
        """`tell` is not told every step; the last thing that it is told is the empty string."""
        self._is_outdated = is_outdated
        self._tell = tell
        self._next = 0.0

    def step(self, title: str, done: int, total: int) -> None:
        if self._is_outdated():
            raise Cancelled
        now = time.monotonic()
        if now >= self._next:
            self._next = now + INTERVAL
            self._tell(title, done, total)

    def finish(self) -> None:
        self._tell("", 0, 0)


class Bar:
    """For the event loop: one bar, from the first step until that work is finished. Later work is too short for one."""

    def __init__(self, server: BoundaryServer) -> None:
        self._progress = server.work_done_progress
        self._token = str(uuid4())
        self._begun: asyncio.Task[bool] | None = None
        self._is_over = False

    def show(self, title: str, done: int, total: int) -> None:
        """As a `StepProgress` tells it."""
        if self._is_over:
            return
        if self._begun is None:
            self._begun = asyncio.ensure_future(self._begin(title))
        elif not title:
            self._is_over = True
            self._begun.add_done_callback(self._end)
        elif self._begun.done() and self._begun.result():
            report = types.WorkDoneProgressReport(message=title, percentage=100 * done // total if total else None)
            self._progress.report(self._token, report)

    async def _begin(self, title: str) -> bool:
        """Whether there is a bar: the editor may refuse."""
        try:
            await self._progress.create_async(self._token)
        except JsonRpcException:
            return False
        self._progress.begin(self._token, types.WorkDoneProgressBegin("boundary", message=title, percentage=0))
        return True

    def _end(self, begun: asyncio.Task[bool]) -> None:
        if not begun.cancelled() and begun.result():
            self._progress.end(self._token, types.WorkDoneProgressEnd())
        self._progress.tokens.pop(self._token, None)
