"""How names link, where that depends on the environment: a package may offer the browser another module."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.graph.layers import ANYWHERE
from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.name_index import NameIndex
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Links


class View(NamedTuple):
    linker: Linker
    layers: int
    """The layers, as a bit set, in which names link so."""
    reverse: NameIndex


def views_of(
    facts: Sequence[ModuleFacts], links: Links, layers: Sequence[Layer], directives: Sequence[str | None]
) -> tuple[View, ...]:
    """One view for all layers where no import leads to different modules; else one for each environment. They hold as
    long as no interface changes."""
    server = Linker(facts, links.server, directives)
    if not any(_differ(here, there) for here, there in zip(links.server, links.client, strict=True)):
        return (View(server, ANYWHERE, NameIndex(facts, server)),)
    client = sum(1 << layer.index for layer in layers if layer.environment is Environment.CLIENT)
    there = Linker(facts, links.client, directives)
    return (
        View(server, ANYWHERE & ~client, NameIndex(facts, server)),
        View(there, client, NameIndex(facts, there)),
    )


def _differ(server: Sequence[int], client: Sequence[int]) -> bool:
    if server is client:
        return False
    return any(a != b and (a >= 0 or b >= 0) for a, b in zip(server, client, strict=True))
