"""What an editor may ask to be done: what a click on a lens shows, and why a module is where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from boundary_lsp.ide.why import Why, way_text, why
from boundary_lsp.lsp.command_names import SHOW_REFERENCES, WHY
from boundary_lsp.lsp.dispatch import handler
from boundary_lsp.lsp.feature import Feature
from boundary_lsp.lsp.query import Query

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer


class _Asked(NamedTuple):
    uri: str
    environment: str


def register_commands(server: BoundaryServer) -> None:
    why_handler = handler(server.session, Feature("codeActions", WHY, _why, about=lambda asked: asked.uri))

    @server.command(WHY)
    async def tell_why(uri: str, environment: str) -> Any:
        """The chain, for editors that can show one; and in a message, because not all can."""
        answer = await why_handler(_Asked(uri, environment))
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


def _why(query: Query, asked: _Asked) -> dict[str, Any] | None:
    found = next((one for one in why(query.snapshot, query.module) if one.environment.value == asked.environment), None)
    return None if found is None else _told(query, found)


def _told(query: Query, found: Why) -> dict[str, Any]:
    chain = [
        {
            "uri": query.uri(step.module),
            "layer": step.layer,
            "door": step.door.value if step.door else None,
            "from": query.location(step.place),
        }
        for step in found.steps
    ]
    return {
        "environment": found.environment.value,
        "chain": chain,
        "text": way_text(query.snapshot.program, found),
    }
