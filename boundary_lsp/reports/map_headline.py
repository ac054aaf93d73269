"""The map in two sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.model.map_page import MapDoor, Node
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.map_nodes import SIDES
from boundary_lsp.reports.styled import counted

_SERVER, _CLIENT = SIDES.index(Environment.SERVER), SIDES.index(Environment.CLIENT)


def headline(nodes: Sequence[Node], doors: Iterable[MapDoor]) -> str:
    """`The server loads 67 files and the browser 31. 17 doors lead to the browser, and 18 to the server.`"""
    server, client = ({node.path for node in nodes if node.side == side} for side in (_SERVER, _CLIENT))
    kinds = [nodes[door.target].side for door in doors]
    to_client, to_server = kinds.count(_CLIENT), kinds.count(_SERVER)
    both = f", {len(server & client):,} of them on both sides" if server & client else ""
    loads = f"The server loads {counted(len(server), 'file')} and the browser {len(client):,}{both}."
    if to_client:
        return (
            f"{loads} {_leading(to_client, 'browser')}, and {f'{to_server:,}' if to_server else 'none'} to the server."
        )
    if to_server:
        return f"{loads} {_leading(to_server, 'server')}, and none to the browser."
    return f"{loads} No door leads from one side to the other."


def _leading(doors: int, side: str) -> str:
    return f"{counted(doors, 'door')} {'leads' if doors == 1 else 'lead'} to the {side}"
