"""The map in two sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.model.map_page import MapDoor, Node
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.map_nodes import SIDES
from boundary_lsp.reports.styled import counted

_SERVER, _CLIENT = SIDES.index(Environment.SERVER), SIDES.index(Environment.CLIENT)


def headline(nodes: Sequence[Node], doors: Iterable[MapDoor]) -> str:
    """`The server loads 67 files and the browser 31, 5 of them both. 18 imports lead from …, and 18 back.`"""
    server, client = ({node.path for node in nodes if node.side == side} for side in (_SERVER, _CLIENT))
    kinds = [nodes[door.target].side for door in doors]
    to_client, to_server = kinds.count(_CLIENT), kinds.count(_SERVER)
    both = f", {len(server & client):,} of them on both sides" if server & client else ""
    loads = f"The server loads {counted(len(server), 'file')} and the browser {len(client):,}{both}."
    if not to_client and not to_server:
        return f"{loads} No import leads from one side to the other."
    back = f"{to_server:,}" if to_server else "none"
    if not to_client:
        return f"{loads} {_leading(to_server)} from the browser to the server, and none back."
    return f"{loads} {_leading(to_client)} from the server to the browser, and {back} back."


def _leading(imports: int) -> str:
    return f"{counted(imports, 'import')} {'leads' if imports == 1 else 'lead'}"
