"""How the roots of a session are found and opened."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from boundary_lsp.composition import open_editing, root_of
from boundary_lsp.engine.editing import Editing
from boundary_lsp.lsp.progress import Bar, StepProgress
from boundary_lsp.lsp.root import Root

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer

_log = logging.getLogger(__name__)


def root_above(path: str) -> str:
    """The root that an absolute path belongs to."""
    return root_of([path])


def open_root(server: BoundaryServer, path: str) -> Root:
    """Nothing is read yet."""
    root = Root(path, partial(_open_editing, server, path))
    root.on_news = lambda: server.following.told(root)
    return root


def _open_editing(server: BoundaryServer, path: str, is_outdated: Callable[[], bool]) -> Editing:
    return open_editing(path, server.session.baseline, StepProgress(is_outdated, _telling(server)), _log.warning)


def _telling(server: BoundaryServer) -> Callable[[str, int, int], None]:
    window = server.client_capabilities.window
    if window is None or not window.work_done_progress:
        return lambda *_: None
    bar, loop = Bar(server), asyncio.get_running_loop()
    return lambda title, done, total: _call(loop, bar, title, done, total)


def _call(loop: asyncio.AbstractEventLoop, bar: Bar, title: str, done: int, total: int) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(bar.show, title, done, total)
