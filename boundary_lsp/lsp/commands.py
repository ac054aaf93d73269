"""What an editor may ask to be done: what a click on a lens shows, and why a module is where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from boundary_lsp.lsp.command_names import SHOW_REFERENCES, WHY
from boundary_lsp.lsp.dispatch import handler
from boundary_lsp.lsp.features import WHY as CHAIN
from boundary_lsp.lsp.parameters import EnvironmentParameters, taken

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer


def register_commands(server: BoundaryServer) -> None:
    chain = handler(server.session, CHAIN)

    @server.command(WHY)
    async def tell_why(uri: str, environment: str) -> Any:
        """The chain, for editors that can show one; and in a message, because not all can."""
        asked = {"textDocument": {"uri": uri}, "environment": environment}
        answer = await chain(taken(EnvironmentParameters, asked))
        if answer is not None:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, answer["text"]))
        return answer

    @server.command(SHOW_REFERENCES)
    async def show(uri: str, position: types.Position, locations: list[types.Location]) -> list[types.Location]:  # noqa: ARG001
        """For editors that have no list of their own for it: the first place is shown."""
        window = server.client_capabilities.window
        if locations and window and window.show_document and window.show_document.support:
            first = locations[0]
            params = types.ShowDocumentParams(first.uri, take_focus=True, selection=first.range)
            await server.window_show_document_async(params)
        return locations
