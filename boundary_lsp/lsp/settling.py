"""What waits until nobody types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from boundary_lsp.lsp.root import Root

SETTLED = 0.2
"""Seconds after a view: who types on is let be."""


class Settling:
    """For the event loop: `then` is called once a root that was seen has had no new view for a moment."""

    def __init__(self, then: Callable[[Root], None]) -> None:
        self._then = then
        self._due: dict[Root, asyncio.TimerHandle] = {}

    def seen(self, root: Root) -> None:
        """There is a new view."""
        if root in self._due:
            self._due[root].cancel()
        self._due[root] = asyncio.get_running_loop().call_later(SETTLED, self._then, root)

    def closed(self, root: Root) -> bool:
        """Whether it was ever seen."""
        due = self._due.pop(root, None)
        if due is not None:
            due.cancel()
        return due is not None

    def __contains__(self, root: Root) -> bool:
        """Whether it is open, and was seen."""
        return root in self._due
