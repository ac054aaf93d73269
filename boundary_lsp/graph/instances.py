"""Module instances: which modules are in which layers, as a bundler would load them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.stripping import kept_imports
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Layer, Liveness, StrippedModule
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Links


class Entry(msgspec.Struct, frozen=True):
    """A module that the framework itself loads."""

    module: int
    layer: int
    dropped_exports: frozenset[str] = frozenset()
    """Exports that the framework strips in this layer, with all that only they use (`getServerSideProps`)."""
    use: Liveness = Liveness.IN_PROCESS
    """What being an entry point makes of the server functions that the module exports."""


def directives_met(facts: Sequence[ModuleFacts], links: Links) -> tuple[str | None, ...]:
    """By module: the directive that importers meet, its own (`use cache` whatever its kind) or that of the output it is
    built into."""
    found = [_without_kind(f.interface.directive) for f in facts]
    for module, directive in links.output_directives.items():
        found[module] = found[module] or directive
    return tuple(found)


def _without_kind(directive: str | None) -> str | None:
    """`use cache` of `use cache: remote`: which cache it is makes no difference to importers."""
    return directive.partition(":")[0] if directive and directive.startswith("use cache:") else directive


class ImportGraph:
    """The imports that load something, module by module, in each environment."""

    def __init__(self, facts: Sequence[ModuleFacts], links: Links, layers: Sequence[Layer]) -> None:
        self.directives = directives_met(facts, links)
        self.doors = DoorMap(layers, self.directives)
        self.surviving = [surviving_imports(f.interface, i in links.verbatim) for i, f in enumerate(facts)]
        self._facts = facts
        self._links = links
        self._client_bits = _bits_of(layers, Environment.CLIENT)

    def rows(self, module: int, bits: int) -> list[tuple[int, tuple[int, ...]]]:
        """(layers, where each import leads) for the environments among `bits`."""
        server, client = self._links.server[module], self._links.client[module]
        if server is client:
            return [(bits, server)]
        parts = (bits & ~self._client_bits, server), (bits & self._client_bits, client)
        return [part for part in parts if part[0]]

    def facts(self, module: int) -> ModuleFacts:
        return self._facts[module]


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
            parts = _layer_by_layer(module, new, left_out) if module in stripping else [(new, frozenset[int]())]
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


def _imported(graph: ImportGraph, module: int, bits: int, missing: frozenset[int]) -> Iterator[tuple[int, int]]:
    surviving = graph.surviving[module]
    for part, row in graph.rows(module, bits):
        for index, target in enumerate(row):
            if target >= 0 and surviving[index] and index not in missing:
                directive = graph.directives[target]
                yield target, graph.doors.entering(part, directive) if directive else part


def _bits_of(layers: Sequence[Layer], environment: Environment) -> int:
    return sum(1 << layer.index for layer in layers if layer.environment is environment)
