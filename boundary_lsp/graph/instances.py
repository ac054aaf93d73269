"""Module instances: which modules are in which layers, as a bundler would load them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.imports import ImportGraph
from boundary_lsp.graph.reaching import Arrival, Difference, Reach, Sources, Steps, reach_after, reach_of
from boundary_lsp.graph.stripping import kept_imports
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Liveness, StrippedModule


class Entry(msgspec.Struct, frozen=True):
    """A module that the framework itself loads."""

    module: int
    layer: int
    dropped_exports: frozenset[str] = frozenset()
    """Exports that the framework strips in this layer, with all that only they use (`getServerSideProps`)."""
    use: Liveness = Liveness.IN_PROCESS
    """What being an entry point makes of the server functions that the module exports."""


class Bundles(NamedTuple):
    """What decides which modules are loaded in which layers."""

    graph: ImportGraph
    entries: Sequence[Entry]
    stripped: tuple[StrippedModule, ...]


def spread(bundles: Bundles, count: int) -> Reach:
    """The layers that each module has an instance in; a module is one part."""
    return reach_of(count, _steps(bundles), _starts(bundles, bundles.entries))


def spread_after(
    before: Bundles, known: Reach, bundles: Bundles, stale: Collection[int], importers: Importers
) -> tuple[Reach, frozenset[int]]:
    """The same after an edit, and the modules of which that differs. `stale`: those that may load something else, or
    be loaded otherwise."""
    same = before.entries is bundles.entries
    asked = [[e for e in side.entries if not same or e.module in stale] for side in (before, bundles)]
    was, now = set(_starts(before, asked[0])), set(_starts(bundles, asked[1]))
    difference = Difference(stale, was - now, now - was, {}, ())
    return reach_after(known, _steps(before), _steps(bundles), difference, _sources(bundles, importers))


def stripped_modules(facts: Sequence[ModuleFacts], entries: Sequence[Entry]) -> tuple[StrippedModule, ...]:
    """Entry points of which a layer drops exports, and the imports that go with them."""
    found = []
    for entry in entries:
        if entry.dropped_exports:
            kept = kept_imports(facts[entry.module], entry.dropped_exports)
            missing = frozenset(index for index, is_kept in enumerate(kept) if not is_kept)
            if missing:
                found.append(StrippedModule(entry.module, entry.layer, missing))
    return tuple(found)


def _starts(bundles: Bundles, entries: Iterable[Entry]) -> Iterator[Arrival]:
    directives, entering = bundles.graph.directives, bundles.graph.doors.entering
    for entry in entries:
        directive = directives[entry.module]
        yield entry.module, 0, entering(1 << entry.layer, directive) if directive else 1 << entry.layer


def _steps(bundles: Bundles) -> Steps:
    graph, directives, entering = bundles.graph, bundles.graph.directives, bundles.graph.doors.entering
    left_out = {(part.module, part.layer): part.imports for part in bundles.stripped}
    stripping = frozenset(part.module for part in bundles.stripped)

    def onward(module: int, _: int, layers: int) -> list[Arrival]:
        parts = _layer_by_layer(module, layers, left_out) if module in stripping else ((layers, _NOTHING),)
        loaded = [
            (target, bits)
            for part, missing in parts
            for bits, edges in graph.edges(module, part)
            for index, target in edges
            if index not in missing
        ]
        loaded += [(package, bits) for _, package, bits in graph.packages(module, layers)]
        return [
            (target, 0, entering(bits, directive) if (directive := directives[target]) else bits)
            for target, bits in loaded
        ]

    return Steps(lambda _: 1, onward)


_NOTHING = frozenset[int]()


def _layer_by_layer(
    module: int, bits: int, left_out: Mapping[tuple[int, int], frozenset[int]]
) -> Iterator[tuple[int, frozenset[int]]]:
    for layer in range(bits.bit_length()):
        if bits >> layer & 1:
            yield 1 << layer, left_out.get((module, layer), _NOTHING)


def _sources(bundles: Bundles, importers: Importers) -> Sources:
    def starts(modules: Collection[int]) -> Iterator[Arrival]:
        return _starts(bundles, (entry for entry in bundles.entries if entry.module in modules))

    return Sources(starts, importers.of_any)
