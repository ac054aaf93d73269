"""The server: what it can do, and what it does when the editor says that something happened."""

from __future__ import annotations

import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from boundary_lsp import __version__
from boundary_lsp.ide.settings import Features, Settings
from boundary_lsp.lsp.commands import register_commands
from boundary_lsp.lsp.dispatch import handler
from boundary_lsp.lsp.features import FEATURES
from boundary_lsp.lsp.following import Following
from boundary_lsp.lsp.parent import end_with
from boundary_lsp.lsp.protocol import Protocol
from boundary_lsp.lsp.pulling import workspace_diagnostics
from boundary_lsp.lsp.registering import registration, unregistration
from boundary_lsp.lsp.roots import open_root, root_above
from boundary_lsp.lsp.session import Session
from boundary_lsp.lsp.switches import told_settings
from boundary_lsp.lsp.watching import all_files, relevant
from boundary_lsp.model.lines import Columns

_log = logging.getLogger(__name__)


class BoundaryServer(LanguageServer):
    """One editor's server."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("boundary", __version__, protocol_cls=Protocol)
        self.session = Session(root_above, lambda path: open_root(self, path))
        self.following = Following(self)
        self._offered: set[str] = set()
        """Features that the editor knows of since `initialize`."""
        self._registered: set[str] = set()
        _register(self)
        register_commands(self)

    def offer(self, settings: Settings) -> None:
        """Before the editor is told what the server can do."""
        self.session.features, self.session.baseline = settings.features, settings.baseline
        self._answer(settings.features)
        self._offered = {feature.name for feature in FEATURES if feature.is_on(settings.features)}

    def switch(self, features: Features) -> None:
        """After the start: what was off then is registered, where the editor takes that."""
        self.session.features = features
        self._answer(features)
        wanted = {feature.name for feature in FEATURES if feature.is_on(features)} - self._offered
        gone, new = self._registered - wanted, wanted - self._registered
        registrations = {name: one for name in new if (one := registration(name, self.client_capabilities))}
        self._registered = (self._registered - gone) | registrations.keys()
        if gone:
            unregistrations = [unregistration(name) for name in sorted(gone)]
            self.client_unregister_capability(types.UnregistrationParams(unregistrations))
        if registrations:
            self.client_register_capability(types.RegistrationParams([*registrations.values()]))

    def _answer(self, features: Features) -> None:
        """Requests that were not answered yet."""
        answered = self.protocol.fm.features
        for feature in FEATURES:
            if feature.is_on(features) and feature.method not in answered:
                self.feature(feature.method, feature.options)(handler(self.session, feature))
        if features.diagnostics and types.WORKSPACE_DIAGNOSTIC not in answered:
            _offer_workspace_diagnostics(self)

    def agreed(self, capabilities: types.ServerCapabilities) -> None:
        """After `initialize`: what editor and server can do is known."""
        if self.process_id is not None:
            end_with(self.process_id)
        self.session.client = self.client_capabilities
        self.session.columns = Columns(types.PositionEncodingKind(capabilities.position_encoding or "utf-16").value)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """To the log: nobody can do anything about a box that pops up. Failed requests are there already."""
        if source is not FeatureRequestError:
            _log.error("%s: %s", source.__name__, error)


def _offer_workspace_diagnostics(server: BoundaryServer) -> None:
    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def pull(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        return await workspace_diagnostics(server, params)


def _register(server: BoundaryServer) -> None:
    @server.feature(types.INITIALIZED)
    async def begin(_: types.InitializedParams) -> None:
        folders = [folder.uri for folder in server.workspace.folders.values()]
        for uri in folders or filter(None, [server.workspace.root_uri]):
            server.session.add_folder(uri)
        server.following.soon()
        files = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        if files and files.dynamic_registration:
            await server.client_register_capability_async(all_files())

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def touch(params: types.DidChangeWatchedFilesParams) -> None:
        server.session.touch(relevant(params.changes))
        server.following.soon()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        """Not every editor watches files."""
        server.session.touch([params.text_document.uri])
        server.following.soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.added:
            server.session.add_folder(folder.uri)
        for folder in params.event.removed:
            for root in server.session.remove_folder(folder.uri):
                server.following.closed(root)
        server.following.soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configure(params: types.DidChangeConfigurationParams) -> None:
        server.following.soon()
        if isinstance(params.settings, dict) and "boundary" in params.settings:
            server.switch(told_settings(params.settings["boundary"]).features)
