"""Why each module is on its side: the shortest ways there, and what it loads itself."""

from __future__ import annotations

from boundary_lsp.graph.names import Names
from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.map_page import Step
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.map_nodes import NEITHER, Nodes
from boundary_lsp.reports.places import Places


class Ways:
    """From where a framework starts, as steps that share their beginnings."""

    def __init__(self, names: Names, nodes: Nodes, places: Places) -> None:
        self._program = names.program
        self._nodes = nodes
        self._places = places
        self._chains = Chains(names.program, names.importers, as_written=True)
        self._numbers: dict[tuple[int, int], int] = {}
        self.steps: list[Step] = []
        self.last: dict[int, int] = {}
        """By node."""

    def find_all(self) -> None:
        """To all nodes; modules on the way become nodes as well."""
        for module, side in self._nodes.all():
            if module >= 0 and side != NEITHER:
                self._find(module, Environment(side))

    def imports(self) -> list[list[int]]:
        """By node, the nodes that it loads on its own side."""
        return [self._loaded(module, side) if module >= 0 else [] for module, side in self._nodes.all()]

    def _find(self, module: int, side: Environment) -> None:
        number, before = -1, -1
        for step in self._chains.to(module, side):
            key = (step.module, step.layer)
            if key not in self._numbers:
                self._add(key, number, before, step.imported)
            number, before = self._numbers[key], step.module
        if number >= 0:
            self.last[self._nodes.of(module, side)] = number

    def _add(self, key: tuple[int, int], number: int, before: int, imported: int) -> None:
        node = self._nodes.of(key[0], self._program.layers[key[1]].environment)
        line = self._places.import_range(before, imported).start.line if imported >= 0 else 0
        self._numbers[key] = len(self.steps)
        self.last.setdefault(node, len(self.steps))
        self.steps.append(Step(node, number, line))

    def _loaded(self, module: int, side: str) -> list[int]:
        layers = self._program.layers_of(self._program.layer_bits[module])
        targets = {
            self._nodes.known(loaded, side)
            for layer in layers
            if layer.environment == side
            for _, loaded, _, door in self._chains.imports((module, layer.index))
            if not door
        }
        return sorted(target for target in targets if target is not None)
