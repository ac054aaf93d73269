"""The server: what it can do, and what it does when the editor says that something happened."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from boundary_lsp import __version__
from boundary_lsp.lsp.dispatch import handler
from boundary_lsp.lsp.features import FEATURES
from boundary_lsp.lsp.protocol import Protocol
from boundary_lsp.lsp.session import Session
from boundary_lsp.model.lines import Columns

_log = logging.getLogger(__name__)


class BoundaryServer(LanguageServer):
    """One editor's server."""

    protocol: Protocol

    def __init__(self, session: Session) -> None:
        super().__init__("boundary", __version__, protocol_cls=Protocol)
        self.session = session
        for feature in FEATURES:
            self.feature(feature.method, feature.options)(handler(session, feature))

    def agreed(self, capabilities: types.ServerCapabilities) -> None:
        """After `initialize`: what editor and server can do is known."""
        self.session.client = self.client_capabilities
        self.session.columns = Columns(types.PositionEncodingKind(capabilities.position_encoding or "utf-16").value)

    def changed(self) -> None:
        """A document was opened, changed or closed."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        """To the log: nobody can do anything about a box that pops up."""
        _log.error("%s: %s", source.__name__, error)


def create_server(session: Session) -> BoundaryServer:
    server = BoundaryServer(session)
    _on(server, types.INITIALIZED, lambda _: _begin(server))
    return server


def _begin(server: BoundaryServer) -> None:
    for uri in server.workspace.folders:
        server.session.add_folder(uri)


def _on(server: BoundaryServer, method: str, do: Callable[[Any], None]) -> None:
    server.feature(method)(do)
