"""Why is a module in a layer? The shortest chain of imports from an entry point, door by door."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.model.facts import ImportForm
from boundary_lsp.model.program import DoorKind, Program
from boundary_lsp.model.project import Environment

_CERTAIN_FORMS = frozenset({ImportForm.STATIC, ImportForm.SIDE_EFFECT, ImportForm.REEXPORT})

Node = tuple[int, int]
"""(module, layer)."""


class ChainStep(msgspec.Struct, frozen=True):
    """One module instance on the chain, and the import in the step before that leads here."""

    module: int
    layer: int
    door: DoorKind | None
    """The door that the step's import goes through."""
    imported: int
    """Index of the import in the previous step's module; -1 for the entry point."""


class Chains:
    """Shortest chains from entry points to every instance, by one breadth-first search over (module, layer) when
    one is first asked for.

    `certain`: only along imports that always load, so neither `import()` nor `require()`. `as_written`: without regard
    to what a transform of another tool (`'use workflow'`) or a package's own build may do to a module; else no chain
    leads into such a module.
    """

    def __init__(self, program: Program, *, certain: bool = False, as_written: bool = False) -> None:
        self._program = program
        self._shut = frozenset[int]() if as_written else _made_into_something_else(program)
        self._forms = _CERTAIN_FORMS if certain else frozenset(ImportForm)
        self._directives = program.directives
        self._doors = DoorMap(program.layers, self._directives)
        self._stripped = {(part.module, part.layer): part.imports for part in program.stripped}
        self._surviving: dict[int, tuple[bool, ...]] = {}

    def to(self, module: int, environment: Environment | None = None) -> list[ChainStep]:
        """The shortest chain to the module in some layer of that environment; empty where it is in none."""
        ends = [
            (module, layer.index)
            for layer in self._program.layers_of(self._program.layer_bits[module])
            if environment is None or layer.environment is environment
        ]
        chains = [self._chain(end) for end in ends if end in self._parents]
        return min(chains, key=len, default=[])

    def in_layer(self, module: int, layer: int) -> list[ChainStep]:
        """The shortest chain to that instance; empty where there is none."""
        return self._chain((module, layer)) if (module, layer) in self._parents else []

    def loads(self, module: int, layer: int, imported: int) -> bool:
        """Does that import of the module load anything in that layer?"""
        return self.surviving(module)[imported] and imported not in self._stripped.get((module, layer), frozenset())

    def surviving(self, module: int) -> tuple[bool, ...]:
        """For each import of the module: does it load anything at run time?"""
        found = self._surviving.get(module)
        if found is None:
            program = self._program
            found = surviving_imports(program.facts[module].interface, module in program.links.verbatim)
            self._surviving[module] = found
        return found

    def imports(self, node: Node) -> Iterator[tuple[int, int, int, bool]]:
        """What an instance loads: the import, the module and its layer, and whether that is a door."""
        module, layer_index = node
        program = self._program
        layer = program.layers[layer_index]
        links = program.links.rows(layer.environment)
        surviving, missing = self.surviving(module), self._stripped.get(node, frozenset())
        imports = program.facts[module].interface.imports
        for imported, target in enumerate(links[module]):
            loads = target >= 0 and surviving[imported] and imported not in missing
            if loads and imports[imported].form in self._forms and target not in self._shut:
                directive = self._directives[target]
                door = directive is not None and directive in layer.doors
                yield imported, target, layer.doors[directive] if door and directive else layer_index, door

    @cached_property
    def _parents(self) -> Mapping[Node, tuple[Node | None, int, bool]]:
        """By instance: the one before it on the chain, its import that leads here, and whether that is a door."""
        parents: dict[Node, tuple[Node | None, int, bool]] = {}
        pending: deque[Node] = deque()
        for module, bits in enumerate(self._program.entry_bits):
            for layer in self._program.layers_of(bits):
                directive = self._directives[module]
                door = directive is not None and directive in layer.doors
                start = (module, layer.doors[directive] if door and directive else layer.index)
                if start not in parents and module not in self._shut:
                    parents[start] = (None, -1, door)
                    pending.append(start)
        while pending:
            node = pending.popleft()
            for imported, target, layer_index, door in self.imports(node):
                step = (target, layer_index)
                if step not in parents and self._program.layer_bits[target] >> layer_index & 1:
                    parents[step] = (node, imported, door)
                    pending.append(step)
        return parents

    def _chain(self, end: Node) -> list[ChainStep]:
        steps: list[ChainStep] = []
        node: Node | None = end
        while node is not None:
            parent, imported, door = self._parents[node]
            steps.append(ChainStep(node[0], node[1], self._kind(node[0]) if door else None, imported))
            node = parent
        return steps[::-1]

    def _kind(self, module: int) -> DoorKind:
        return DoorKind.CLIENT if self._directives[module] == "use client" else DoorKind.SERVER


def _made_into_something_else(program: Program) -> frozenset[int]:
    return program.links.own_builds.union(m for m, facts in enumerate(program.facts) if facts.interface.is_transformed)
