"""A root's type checker: asked when nobody types, on a thread of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from boundary_lsp.engine.editing import Editing

_log = logging.getLogger(__name__)
ASK_AFTER = 1.0
"""Seconds after a view."""


class Asking:
    """For the event loop. `on_answer` is called when it is time to reconsider."""

    def __init__(self, path: str, editing: Editing, on_answer: Callable[[], None]) -> None:
        self._path = path
        self._editing = editing
        self._on_answer = on_answer
        self._executor = ThreadPoolExecutor(1, f"types of {path}")
        self._due: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._trouble = ""

    def soon(self) -> None:
        """There is a new view, which may not know all of its types."""
        self._cancel()
        self._due = asyncio.get_running_loop().call_later(ASK_AFTER, self._start)

    def close(self) -> None:
        """Whoever closes the editing ends what is being asked."""
        self._cancel()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _cancel(self) -> None:
        if self._due is not None:
            self._due.cancel()

    def _start(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._ask())
        else:
            self.soon()

    async def _ask(self) -> None:
        try:
            is_news = await asyncio.get_running_loop().run_in_executor(self._executor, self._editing.ask)
        except Exception:  # noqa: BLE001  a mistake of ours costs types, not the server
            _log.exception("%s: the type checker could not be asked", self._path)
            return
        if self._editing.trouble != self._trouble:
            self._trouble = self._editing.trouble
            _log.warning("%s: %s", self._path, self._trouble)
        if is_news:
            self._on_answer()
