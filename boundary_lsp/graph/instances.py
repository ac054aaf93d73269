"""Module instances: which modules are in which layers, as a bundler would load them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from boundary_lsp.graph.imports import ImportGraph
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


_NOTHING = frozenset[int]()


def spread(graph: ImportGraph, entries: Sequence[Entry], stripped: Sequence[StrippedModule], count: int) -> list[int]:
    """By module: the layers it has an instance in. A fixed point over bit sets; each module is visited a few times."""
    bits = [0] * count
    pending: dict[int, int] = {}
    left_out = {(part.module, part.layer): part.imports for part in stripped}
    stripping = frozenset(part.module for part in stripped)
    for entry in entries:
        directive = graph.directives[entry.module]
        start = 1 << entry.layer
        start = graph.doors.entering(start, directive) if directive else start
        pending[entry.module] = pending.get(entry.module, 0) | start
    while pending:
        module, new = pending.popitem()
        new &= ~bits[module]
        if new:
            bits[module] |= new
            parts = _layer_by_layer(module, new, left_out) if module in stripping else ((new, _NOTHING),)
            for part, missing in parts:
                for target, target_bits in _imported(graph, module, part, missing):
                    if target_bits & ~bits[target]:
                        pending[target] = pending.get(target, 0) | target_bits
    return bits


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


def _layer_by_layer(
    module: int, bits: int, left_out: Mapping[tuple[int, int], frozenset[int]]
) -> Iterator[tuple[int, frozenset[int]]]:
    for layer in range(bits.bit_length()):
        if bits >> layer & 1:
            yield 1 << layer, left_out.get((module, layer), frozenset())


def _imported(graph: ImportGraph, module: int, bits: int, missing: frozenset[int]) -> list[tuple[int, int]]:
    directives, entering = graph.directives, graph.doors.entering
    return [
        (target, entering(part, directive) if (directive := directives[target]) else part)
        for part, edges in graph.edges(module, bits)
        for index, target in edges
        if index not in missing
    ]
