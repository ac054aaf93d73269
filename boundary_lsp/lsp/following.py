"""What goes out when something has changed: diagnostics to editors that do not ask, and hints that others should ask
again."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from boundary_lsp.ide.diagnostics import is_found_otherwise
from boundary_lsp.lsp.changes import Changes
from boundary_lsp.lsp.dispatch import beside
from boundary_lsp.lsp.features import diagnostics
from boundary_lsp.lsp.refreshing import Refreshing
from boundary_lsp.lsp.root import NotAnalysed, Root, View

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer

SOON = 0.1
"""Seconds: who types on is not interrupted."""


class Following:
    """For the event loop."""

    def __init__(self, server: BoundaryServer) -> None:
        self._server = server
        self._session = server.session
        self._changes = Changes(server)
        self._refreshing = Refreshing(server)
        self._due: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._views: dict[Root, View] = {}
        self._published: dict[Root, Mapping[str, str]] = {}
        """By address: the result id of what the editor was sent."""
        self._news = asyncio.Event()

    def soon(self) -> None:
        """Something was recorded; if nobody asks, bring everything up to date in a moment."""
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(SOON, lambda: self._start(self._bring_up_to_date()))

    def told(self, root: Root) -> None:
        """There is a new view, or trouble."""
        self._news.set()
        self._news = asyncio.Event()
        view, before = root.latest, self._views.get(root)
        if view is None or view is before:
            return
        self._views[root] = view
        self._changes.seen(root)
        if self._pushes:
            self._start(self._publish(root, view))
        self._refreshing.seen(root)
        if before is not None and (view.is_unexpected or _is_news(before, view)):
            self._ask_to_pull()

    def closed(self, root: Root) -> None:
        self._views.pop(root, None)
        self._changes.closed(root)
        self._refreshing.closed(root)
        for uri in self._published.pop(root, {}):
            self._send(uri, [], None)

    @property
    def news(self) -> asyncio.Event:
        """Is set once there is a view that is not there now."""
        return self._news

    @property
    def _pushes(self) -> bool:
        """To editors that cannot pull."""
        documents = self._server.client_capabilities.text_document
        return self._session.features.diagnostics and (documents is None or documents.diagnostic is None)

    def _start(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring_up_to_date(self) -> None:
        for root in self._session.roots:
            try:
                await root.view()
            except NotAnalysed:
                continue

    async def _publish(self, root: Root, view: View) -> None:
        """All that differs from what the editor was sent last."""
        query = self._session.query(root, view)
        told = await beside(diagnostics.of_all, query)
        if self._views.get(root) is not view:
            return
        before, now = self._published.get(root, {}), {}
        for module, items in told.items():
            now[query.uri(module)] = diagnostics.result_id(items)
            if before.get(query.uri(module)) != now[query.uri(module)]:
                self._send(query.uri(module), items, query.version_at(view.snapshot.program.modules[module]))
        for uri in before.keys() - now.keys():
            self._send(uri, [], None)
        self._published[root] = now

    def _send(self, uri: str, items: list[types.Diagnostic], version: int | None) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))

    def _ask_to_pull(self) -> None:
        """Editors pull by themselves only where somebody types."""
        can = self._server.client_capabilities.workspace
        if can and can.diagnostics and can.diagnostics.refresh_support:
            self._server.workspace_diagnostic_refresh(None)


def _is_news(before: View, now: View) -> bool:
    """Whether what was typed in one buffer changes what is found in another."""
    others = [path for path, text in now.texts.items() if before.texts.get(path) is text]
    return is_found_otherwise(before.snapshot, now.snapshot, others)
