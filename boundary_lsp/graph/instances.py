"""Module instances: which modules are in which layers, as a bundler would load them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.stripping import kept_imports
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Layer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Links


class Entry(msgspec.Struct, frozen=True):
    """A module that the framework itself loads."""

    module: int
    layer: int
    dropped_exports: frozenset[str] = frozenset()
    """Exports that the framework strips in this layer, with all that only they use (`getServerSideProps`)."""


def directives_met(facts: Sequence[ModuleFacts], links: Links) -> tuple[str | None, ...]:
    """By module: the directive that importers meet, its own or that of the output it is built into."""
    found = [f.interface.directive for f in facts]
    for module, directive in links.output_directives.items():
        found[module] = found[module] or directive
    return tuple(found)


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


def spread(graph: ImportGraph, entries: Sequence[Entry], count: int) -> list[int]:
    """By module: the layers it has an instance in. A fixed point over bit sets; each module is visited a few times."""
    bits = [0] * count
    pending: dict[int, int] = {}
    dropped = {(e.module, e.layer): e.dropped_exports for e in entries if e.dropped_exports}
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
            for target, target_bits in _imported(graph, module, new, dropped):
                if target_bits & ~bits[target]:
                    pending[target] = pending.get(target, 0) | target_bits
    return bits


def _imported(
    graph: ImportGraph, module: int, bits: int, dropped: dict[tuple[int, int], frozenset[str]]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for part, kept in _by_stripping(graph, module, bits, dropped):
        for part_bits, row in graph.rows(module, part):
            for index, target in enumerate(row):
                if target >= 0 and kept[index]:
                    directive = graph.directives[target]
                    found.append((target, graph.doors.entering(part_bits, directive) if directive else part_bits))
    return found


def _by_stripping(
    graph: ImportGraph, module: int, bits: int, dropped: dict[tuple[int, int], frozenset[str]]
) -> list[tuple[int, Sequence[bool]]]:
    surviving = graph.surviving[module]
    if not dropped:
        return [(bits, surviving)]
    parts: list[tuple[int, Sequence[bool]]] = []
    for layer in [layer for m, layer in dropped if m == module and bits >> layer & 1]:
        bits &= ~(1 << layer)
        kept = kept_imports(graph.facts(module), dropped[module, layer])
        parts.append((1 << layer, [a and b for a, b in zip(surviving, kept, strict=True)]))
    return [*parts, (bits, surviving)] if bits else parts


def _bits_of(layers: Sequence[Layer], environment: Environment) -> int:
    return sum(1 << layer.index for layer in layers if layer.environment is environment)
