"""`boundary/changed`: for editors that show sides and doors, and want to know when to ask again."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from typing import TYPE_CHECKING

from lsprotocol import types

from boundary_lsp.ide.changes import state_of_doors
from boundary_lsp.lsp.dispatch import beside
from boundary_lsp.lsp.root import Root
from boundary_lsp.lsp.settling import Settling
from boundary_lsp.lsp.uris import uri_of
from boundary_lsp.model.program import Program

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer

METHOD = "boundary/changed"


def wants_changes(client: types.ClientCapabilities) -> bool:
    """`experimental.boundary.changes`."""
    experimental = client.experimental if isinstance(client.experimental, dict) else {}
    ours = experimental.get("boundary")
    return isinstance(ours, dict) and ours.get("changes") is True


class Changes:
    """For the event loop. Of a root's first view, and of its end, the editor is told as well."""

    def __init__(self, server: BoundaryServer) -> None:
        self._server = server
        self._states: dict[Root, tuple[Program, Hashable]] = {}
        self._settling = Settling(self._start)
        self._tasks: set[asyncio.Task[None]] = set()

    def seen(self, root: Root) -> None:
        """There is a new view."""
        if wants_changes(self._server.client_capabilities):
            self._settling.seen(root)

    def closed(self, root: Root) -> None:
        if self._settling.closed(root):
            self._states.pop(root, None)
            self._tell(root)

    def _start(self, root: Root) -> None:
        task = asyncio.ensure_future(self._compare(root))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _compare(self, root: Root) -> None:
        view, known = root.latest, self._states.get(root)
        if view is None or (known and known[0] is view.snapshot.program):
            return
        state = await beside(state_of_doors, view.snapshot)
        if root.latest is not view or root not in self._settling:
            return
        self._states[root] = view.snapshot.program, state
        if known is None or known[1] != state:
            self._tell(root)

    def _tell(self, root: Root) -> None:
        self._server.protocol.notify(METHOD, {"roots": [uri_of(root.path)]})
