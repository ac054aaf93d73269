"""How names link, where that depends on the environment: a package may offer the browser another module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from boundary_lsp.graph.change import Change, Side, readers_of_renamed
from boundary_lsp.graph.importers import Importers, importers_of
from boundary_lsp.graph.imports import Loading
from boundary_lsp.graph.layers import ANYWHERE
from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.tokens import TokenIndex
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Links


class View(NamedTuple):
    linker: Linker
    layers: int
    """The layers, as a bit set, in which names link so."""
    tokens: TokenIndex


def views_of(
    facts: Sequence[ModuleFacts], links: Links, layers: Sequence[Layer], directives: Sequence[str | None]
) -> tuple[View, ...]:
    """One view for all layers where no import leads to different modules; else one for each environment."""
    importers = importers_of(facts, links)
    return tuple(
        View(linker := Linker(facts, rows, directives), bits, TokenIndex(facts, linker, importers, links.verbatim))
        for rows, bits in sides(links, layers)
    )


class Linked(NamedTuple):
    """What names are linked from."""

    facts: Sequence[ModuleFacts]
    loading: Loading


def views_after(
    views: Sequence[View], before: Linked, after: Linked, importers: Importers, change: Change
) -> tuple[tuple[View, ...], Change]:
    """The same after an edit, where names link alike in the same layers as before; and all of what it changes."""
    links, directives = after.loading.links, after.loading.directives
    unsettled = importers.passing(change.rewired)
    readers = frozenset[int]().union(*map(importers.of, unsettled)) - unsettled
    affected = set(change.edited)
    linkers = [view.linker for view in views]
    for number, rows in enumerate((links.server, links.client)[: len(views)] if unsettled else ()):
        old = linkers[number]
        new = linkers[number] = old.after(after.facts, rows, directives, unsettled)
        was, now = Side(before.facts, before.loading.directives, old), Side(after.facts, directives, new)
        affected.update(readers_of_renamed(was, now, unsettled, importers))
        new.reread(readers)
    found = tuple(
        View(linker, view.layers, view.tokens.after(after.facts, linker, importers, affected))
        for view, linker in zip(views, linkers, strict=True)
    )
    return found, change._replace(unsettled=unsettled, affected=frozenset(affected))


def sides(links: Links, layers: Sequence[Layer]) -> list[tuple[Sequence[Sequence[int]], int]]:
    """The rows that names are linked with, and the layers, as a bit set, in which they are."""
    if not are_two(links, range(len(links.server))):
        return [(links.server, ANYWHERE)]
    client = sum(1 << layer.index for layer in layers if layer.environment is Environment.CLIENT)
    return [(links.server, ANYWHERE & ~client), (links.client, client)]


def are_two(links: Links, modules: Iterable[int]) -> bool:
    """Whether an import of one of these leads to a module in one environment, and elsewhere in the other."""
    return any(_differ(links.server[module], links.client[module]) for module in modules)


def _differ(server: Sequence[int], client: Sequence[int]) -> bool:
    if server is client:
        return False
    return any(a != b and (a >= 0 or b >= 0) for a, b in zip(server, client, strict=True))
