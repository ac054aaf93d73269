"""One root that is being edited: what was recorded, and the latest view with all of that in it.

A change is only recorded, in microseconds. It is folded in when the next request asks for a view, together with all
that came after it; work on a state that is outdated is given up.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from boundary_lsp.engine.editing import Editing, Texts
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.lsp.asking import Asking
from boundary_lsp.ports import Cancelled
from boundary_lsp.project import ConfigurationError

_log = logging.getLogger(__name__)


REST_AFTER = 3.0
"""Seconds after the first view: whoever waits is served first."""


class View(NamedTuple):
    snapshot: Snapshot
    texts: Texts
    """The open buffers that it was made from, by path."""
    is_unexpected: bool
    """It differs from the view before by more than what was typed: files changed on disk, or the checker answered."""


class NotAnalysed(Exception):
    """There is no view, and why, in one sentence."""


class Root:
    """For the thread of the event loop; the analysis runs on a thread of its own."""

    def __init__(self, path: str, open_editing: Callable[[Callable[[], bool]], Editing]) -> None:
        """`path` is absolute. `open_editing` is given what tells whether work is to be given up."""
        self.path = path
        self.mistakes: Mapping[str, str] = {}
        """By path: why that configuration cannot be used."""
        self.on_news: Callable[[], None] = lambda: None
        """Told of every new view, and of trouble."""
        self._editing = open_editing(lambda: self._is_outdated)
        self._executor = ThreadPoolExecutor(1, f"analysis of {path}")
        self._asking = Asking(path, self._editing, self._learnt)
        self._reconsider = False
        self._texts: dict[str, bytes] = {}
        self._edited: set[str] = set()
        self._touched: set[str] = set()
        self._recorded, self._done = 1, 0
        """Numbers of states: the latest, and the one that was analysed last."""
        self._running: asyncio.Task[None] | None = None
        self._is_outdated = self._is_unexpected = self._is_closed = False
        self._view: View | None = None
        self._reason = ""

    def edit(self, path: str, text: bytes | None) -> None:
        """A buffer was opened, changed, or (None) closed."""
        if text is None:
            self._texts.pop(path, None)
        else:
            self._texts[path] = text
        self._edited.add(path)
        self._record()

    def touch(self, paths: Iterable[str]) -> None:
        """Files were written, created or removed on disk."""
        self._touched.update(paths)
        self._is_unexpected = True
        self._record()

    @property
    def latest(self) -> View | None:
        """What is known without waiting; it may be outdated."""
        return self._view

    async def view(self) -> View:
        """With everything that is recorded now. Raises NotAnalysed."""
        wanted = self._recorded
        while self._done < wanted:
            if self._is_closed:
                raise NotAnalysed("it is closed")
            if self._running is None:
                self._running = asyncio.ensure_future(self._bring_up_to_date())
            await asyncio.shield(self._running)
        if self._view is None:
            raise NotAnalysed(self._reason)
        return self._view

    def close(self) -> Future[None]:
        """Give up what is being done, store what is known, and end what was started; done when all of that is."""
        self._is_outdated = self._is_closed = True
        self._asking.close()
        ended = self._executor.submit(self._editing.close)
        self._executor.shutdown(wait=False)
        return ended

    def _record(self) -> None:
        self._recorded += 1
        self._is_outdated = self._view is not None

    async def _bring_up_to_date(self) -> None:
        number, texts, edited, touched = self._recorded, dict(self._texts), self._edited, self._touched
        reconsider = self._reconsider
        self._edited, self._touched = set(), set()
        self._is_outdated = False
        loop = asyncio.get_running_loop()
        try:
            snapshot = await loop.run_in_executor(
                self._executor, self._editing.update, texts, edited, touched, reconsider
            )
        except Cancelled:
            return
        except ConfigurationError as error:
            self.mistakes, self._reason, self._done = {error.path: error.message}, str(error), number
            _log.warning("%s: %s", self.path, error)
            self.on_news()
        except Exception as error:  # noqa: BLE001  a mistake of ours costs an answer, not the server
            self._reason, self._done = repr(error), number
            _log.exception("%s: the analysis failed", self.path)
        else:
            self._done, self.mistakes = number, self._editing.mistakes
            self._reconsider = self._reconsider and not reconsider
            self._take(View(snapshot, texts, self._is_unexpected))
        finally:
            self._running = None

    def _take(self, view: View) -> None:
        if self._view is None:
            _log.info("%s: %d modules, %s", self.path, len(view.snapshot.program.modules), _seconds(view.snapshot))
            asyncio.get_running_loop().call_later(REST_AFTER, self._rest)
        self._is_unexpected, self._view = False, view
        self._asking.soon()
        self.on_news()

    def _learnt(self) -> None:
        """The checker has answered."""
        self._reconsider = self._is_unexpected = True
        self._record()
        self._learning = asyncio.ensure_future(self.view())

    def _rest(self) -> None:
        self._resting = asyncio.ensure_future(self._rest_in_pieces())

    async def _rest_in_pieces(self) -> None:
        """Whoever types meanwhile waits for one of them at most."""
        run, pieces = asyncio.get_running_loop().run_in_executor, self._editing.rest()
        is_more = True
        while is_more and not self._is_closed:
            is_more = await run(self._executor, next, pieces, _NO_MORE) is not _NO_MORE
        if not self._is_closed:
            await run(self._executor, _keep)


_NO_MORE = object()


def _keep() -> None:
    """What is known of the program stays; looking through all of it for garbage would hold up who types."""
    gc.collect()
    gc.freeze()


def _seconds(snapshot: Snapshot) -> str:
    return ", ".join(f"{step} {seconds:.2f} s" for step, seconds in snapshot.seconds.items())
