"""What an edit changes: which names stand for something else, and who reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.model.facts import ModuleFacts


class Change(NamedTuple):
    """Modules, from one program to the next. Nobody came or went, and nothing that configures them was edited."""

    edited: frozenset[int] = frozenset()
    """Their facts differ."""
    rewired: frozenset[int] = frozenset()
    """Of these: their interfaces differ."""
    unsettled: frozenset[int] = frozenset()
    """The rewired ones and all that pass names of these on: what they export may stand for something else."""
    affected: frozenset[int] = frozenset()
    """The edited ones, and all that read or pass on a name which does stand for something else."""


def change_of(before: Sequence[ModuleFacts], after: Sequence[ModuleFacts], edited: Iterable[int]) -> Change:
    """The first two parts; the others are known when names are linked."""
    return Change(frozenset(edited), frozenset(m for m in edited if before[m].interface != after[m].interface))


class Side(NamedTuple):
    """What names were linked with, before or after."""

    facts: Sequence[ModuleFacts]
    directives: Sequence[str | None]
    linker: Linker


def readers_of_renamed(before: Side, after: Side, unsettled: Iterable[int], importers: Importers) -> Iterator[int]:
    """The modules that read a name of an unsettled module, or pass one on, which stands for something else."""
    unsettled = frozenset(unsettled)
    for module in unsettled:
        renamed = _renamed(before, after, unsettled, module)
        if renamed:
            yield module
            for importer in importers.of(module):
                if _reads(after, importer, module, renamed):
                    yield importer


def _renamed(before: Side, after: Side, unsettled: frozenset[int], module: int) -> set[str]:
    """Of the names that anybody ever asked for; `*` is the module as an object."""
    known = before.linker.remembered(module)
    found = {
        name for name, was in known if not _is_same(before, after, unsettled, was, after.linker.export(module, name))
    }
    if found or before.linker.export_names(module) != after.linker.export_names(module):
        found.add("*")
    if before.directives[module] != after.directives[module]:
        found.add("*")
    return found


def _is_same(before: Side, after: Side, unsettled: frozenset[int], was: Target | None, now: Target | None) -> bool:
    if was is None or now is None or was != now:
        return was is now
    if any(before.directives[module] != after.directives[module] for module in was.via):
        return False
    if was.module not in unsettled:
        return True
    if was.binding <= NAMESPACE:  # what is behind may differ
        return False
    bindings = (side.facts[was.module].interface.bindings[was.binding] for side in (before, after))
    return next(bindings) == next(bindings)


def _reads(after: Side, importer: int, module: int, renamed: set[str]) -> bool:
    imports = after.facts[importer].interface.imports
    return any(
        name.imported in renamed
        for index, imported in enumerate(imports)
        if after.linker.target_of_import(importer, index) == module
        for name in imported.names
    )
