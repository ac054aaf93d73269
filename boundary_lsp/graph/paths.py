"""Why is a module in a layer? The shortest chain of imports from an entry point, door by door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import msgspec

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.graph.importers import Importers
from boundary_lsp.model.facts import ImportForm
from boundary_lsp.model.program import DoorKind, Layer, Program
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


class _Found(NamedTuple):
    steps: list[ChainStep]
    looked: frozenset[int]
    """Modules: it holds while nobody else imports one of these, and none is loaded otherwise."""


class Chains:
    """Shortest chains from entry points to instances: of those that are as short, the one that begins at the first
    entry point, and goes on with the first import.

    Each is searched from its end, by those who import it, so that it costs no more than what leads there.

    `certain`: only along imports that always load, so neither `import()` nor `require()`. `as_written`: without regard
    to what a transform of another tool (`'use workflow'`) or a package's own build may do to a module; else no chain
    leads into such a module.
    """

    def __init__(
        self,
        program: Program,
        importers: Callable[[], Importers],
        *,
        certain: bool = False,
        as_written: bool = False,
    ) -> None:
        """`importers`: of the program; called when a chain is first asked for."""
        self._program = program
        self._importers = importers
        self._as_written = as_written
        self._forms = _CERTAIN_FORMS if certain else frozenset(ImportForm)
        self._directives = program.directives
        self._surviving: dict[int, tuple[bool, ...]] = {}
        self._known: dict[Node, _Found] = {}
        self._earlier: dict[Node, Sequence[Node]] = {}
        self.lost = frozenset[int]()
        """The modules to which chains were known before an edit, and do not hold any more."""

    def after(self, program: Program, importers: Callable[[], Importers], touched: frozenset[int]) -> Chains:
        """The same after an edit. `touched`: modules that are loaded otherwise, and whatever these import, before and
        after."""
        chains = Chains(program, importers, certain=self._forms is _CERTAIN_FORMS, as_written=self._as_written)
        chains._known = {end: one for end, one in self._known.items() if one.looked.isdisjoint(touched)}
        chains.lost = frozenset([end[0] for end in self._known.keys() - chains._known.keys()])
        chains._surviving, chains._earlier = self._surviving.copy(), self._earlier.copy()
        for module in touched:
            chains._surviving.pop(module, None)
            for layer in program.layers:
                chains._earlier.pop((module, layer.index), None)
        return chains

    def to(self, module: int, environment: Environment | None = None) -> list[ChainStep]:
        """The shortest chain to the module in some layer of that environment; empty where it is in none."""
        layers = self._program.layers_of(self._program.layer_bits[module])
        wanted = [layer for layer in layers if environment is None or layer.environment is environment]
        chains = [self.in_layer(module, layer.index) for layer in wanted]
        return min(filter(None, chains), key=len, default=[])

    def in_layer(self, module: int, layer: int) -> list[ChainStep]:
        """The shortest chain to that instance; empty where there is none."""
        end = (module, layer)
        if end not in self._known:
            distances = {end: 0}
            steps = self._chain(end, distances) if self._can_be_on_a_chain(end) else []
            self._known[end] = _Found(steps, frozenset([node[0] for node in distances]))
        return self._known[end].steps

    def imports(self, node: Node) -> Iterator[tuple[int, int, int, bool]]:
        """What an instance loads: the import, the module and its layer, and whether that is a door."""
        for (module, layer), imported, is_door in self._imports(node):
            if self._can_be_on_a_chain((module, layer)):
                yield imported, module, layer, is_door

    def _chain(self, end: Node, distances: dict[Node, int]) -> list[ChainStep]:
        """`distances`: of the end alone at first; at last, of all instances that were looked at."""
        ring = [end]
        while ring:
            starts = [(place, node) for node in ring if (place := self._start(node)) is not None]
            if starts:
                place, start = min(starts)
                return list(self._steps(start, place[-1], distances))
            ring = [*self._ring_around(ring, distances)]
        return []

    def _ring_around(self, ring: Sequence[Node], distances: dict[Node, int]) -> Iterator[Node]:
        """The instances one import further away, which are noted in `distances`."""
        for node in ring:
            for before in self._known_before(node):
                if before not in distances:
                    distances[before] = distances[node] + 1
                    yield before

    def _steps(self, start: Node, is_door: bool, distances: Mapping[Node, int]) -> Iterator[ChainStep]:
        yield ChainStep(*start, self._kind(start) if is_door else None, -1)
        node = start
        for left in range(distances[start] - 1, -1, -1):
            node, imported, is_door = next(step for step in self._imports(node) if distances.get(step[0]) == left)
            yield ChainStep(*node, self._kind(node) if is_door else None, imported)

    def _start(self, node: Node) -> tuple[int, int, bool] | None:
        """Where a chain can begin: its place in the order of entry points, and whether the framework itself goes
        through a door there."""
        module, index = node
        for layer in self._program.layers_of(self._program.entry_bits[module]):
            behind = self._behind(layer, module)
            if index == (layer.index if behind is None else behind):
                return module, layer.index, behind is not None
        return None

    def _known_before(self, node: Node) -> Sequence[Node]:
        if node not in self._earlier:
            self._earlier[node] = tuple(self._before(node))
        return self._earlier[node]

    def _before(self, node: Node) -> Iterator[Node]:
        """The instances with an import that leads to this one."""
        module, index = node
        for importer in self._importers().of(module):
            for layer in self._program.layers_of(self._program.layer_bits[importer]):
                behind = self._behind(layer, module)
                runs_packages = importer in self._program.links.packages
                if runs_packages or index == (layer.index if behind is None else behind):
                    before = (importer, layer.index)
                    if self._can_be_on_a_chain(before) and any(step[0] == node for step in self._imports(before)):
                        yield before

    def _imports(self, node: Node) -> Iterator[tuple[Node, int, bool]]:
        """What an instance loads: the instance, the import that leads there, and whether that is a door."""
        module, layer = node[0], self._program.layers[node[1]]
        surviving, missing = self._survivors(module), self._stripped.get(node, frozenset())
        imports = self._program.facts[module].interface.imports
        row, packages = (
            self._program.links.rows(layer.environment)[module],
            self._program.links.packages.get(module, ()),
        )
        for imported, target in chain(enumerate(row), packages):
            loads = target >= 0 and surviving[imported] and imported not in missing
            if loads and imports[imported].form in self._forms:
                inside = self._inside(layer, row[imported], target)
                yield (target, inside), imported, inside != layer.index

    def _inside(self, layer: Layer, imported: int, target: int) -> int:
        """The layer that a module is loaded in, where that one or a package on the way to it is imported."""
        for module in dict.fromkeys((imported, target)):
            behind = self._behind(layer, module)
            layer = layer if behind is None else self._program.layers[behind]
        return layer.index

    def _behind(self, layer: Layer, module: int) -> int | None:
        """The layer behind the door that the module is in that layer; None where it is none."""
        directive = self._directives[module]
        return layer.doors.get(directive) if directive is not None else None

    def _can_be_on_a_chain(self, node: Node) -> bool:
        module, layer = node
        if not self._program.layer_bits[module] >> layer & 1:
            return False
        is_ours = (
            module not in self._program.links.own_builds and not self._program.facts[module].interface.is_transformed
        )
        return self._as_written or is_ours

    def _survivors(self, module: int) -> tuple[bool, ...]:
        found = self._surviving.get(module)
        if found is None:
            program = self._program
            found = surviving_imports(program.facts[module].interface, module in program.links.verbatim)
            self._surviving[module] = found
        return found

    @cached_property
    def _stripped(self) -> Mapping[Node, frozenset[int]]:
        return {(part.module, part.layer): part.imports for part in self._program.stripped}

    def _kind(self, behind: Node) -> DoorKind:
        is_client = self._program.layers[behind[1]].environment is Environment.CLIENT
        return DoorKind.CLIENT if is_client else DoorKind.SERVER
