"""The library's protocol, but for what it does itself and we do otherwise: documents and the end."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, NoReturn

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import JsonRPCRequestMessage, LanguageServerProtocol, lsp_method

from boundary_lsp.lsp.features import FEATURES
from boundary_lsp.lsp.parameters import taken
from boundary_lsp.lsp.switches import told_settings

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer


_TAKES = {feature.method: feature.takes for feature in FEATURES if feature.takes is not None}
"""By method: the parameters of our own requests, which the library does not know."""


class Protocol(LanguageServerProtocol):
    """Documents go to the session, and not to the library's workspace (see `buffers`)."""

    _server: BoundaryServer

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Parameters that make no sense are answered, too; the library leaves who asked waiting."""
        try:
            takes = _TAKES.get(data.get("method", "")) if {"jsonrpc", "id"} <= data.keys() else None
            if takes is None:
                return super().structure_message(data)
            return JsonRPCRequestMessage(data["id"], data["method"], data["jsonrpc"], taken(takes, data.get("params")))
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        self._server.offer(told_settings(params.initialization_options))
        result = yield from super().lsp_initialize(params)
        result.capabilities.experimental = {"boundary": {"version": 1, "requests": list(_TAKES)}}
        self._server.agreed(result.capabilities)
        return result

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.session.open(params.text_document)
        self._server.following.soon()

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.session.change(params)
        self._server.following.soon()

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.session.close(params.text_document.uri)
        self._server.following.soon()

    @property
    def was_shut_down(self) -> bool:
        return self._shutdown

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> NoReturn:
        """The loop ends; see `main`."""
        raise SystemExit
