"""From a name in a module to what it stands for, in the space of types and in that of values."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.graph.linking import NAMESPACE, Target, reexport_index
from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.program import Program
from boundary_lsp.wire.looked import Looked, LookingLinker

_MAX_HOPS = 10

Path = tuple[str, ...]


class Own(NamedTuple):
    """A binding of a module of the project, and the members still to be taken of it."""

    module: int
    binding: int
    rest: Path = ()


class Whole(NamedTuple):
    """A module as an object."""

    module: int


class Outside(NamedTuple):
    """Something of a package: `('Prisma', 'Decimal')`; a default or a whole namespace has no first name."""

    package: str
    path: Path


class Lost(NamedTuple):
    reason: str


Meaning = Own | Whole | Outside | Lost


class Names:
    """Two linkers: one that knows doors, and one that looks through them."""

    def __init__(self, program: Program, looked: Looked) -> None:
        self._program = program
        self._looked = looked
        rows = program.links.server
        self._doors = LookingLinker(looked, program.facts, rows, program.directives)
        self._plain = LookingLinker(looked, program.facts, rows, [None] * len(program.modules), with_types=True)

    def find(self, module: int, binding: int, path: Path = ()) -> Meaning:
        """What `binding.path` stands for, looking through doors."""
        target = self._plain.binding(module, binding)
        return self._found(target, path) if target else self._outside(module, binding, path, 0)

    def exported(self, module: int, name: str, path: Path = ()) -> Meaning:
        """What `path` of a module's export stands for."""
        target = self._plain.export(module, name)
        return self._found(target, path) if target else self._outside_export(module, name, path, 0)

    def imported(self, module: int, specifier: str) -> Meaning:
        """The module behind `import('specifier')` in a type."""
        self._looked.at(module)
        for index, found in enumerate(self._program.facts[module].interface.imports):
            if found.specifier == specifier:
                row = self._program.links.server[module][index]
                return Whole(row) if row >= 0 else self._leaf(row, ())
        return Lost("an import in a type")

    def within(self, meaning: Meaning, path: Path) -> Meaning:
        """What `path` stands for inside of a module or package."""
        if isinstance(meaning, Whole) and path:
            return self.exported(meaning.module, path[0], path[1:])
        return Outside(meaning.package, path) if isinstance(meaning, Outside) else meaning

    def door(self, module: int, binding: int, path: Path) -> Target | None:
        """What `binding.path` stands for as the module graph sees it: the trail may end at a `'use server'` module."""
        return self._doors.member(module, binding, path[0] if path else "")

    def door_of_export(self, module: int, name: str) -> Target | None:
        return self._doors.export(module, name)

    def label(self, target: Target) -> str:
        """`path#name`, as people read it."""
        interface = self._program.facts[target.module].interface
        if target.binding < NAMESPACE:
            name = interface.exports[reexport_index(target.binding)].name
        else:
            binding = interface.bindings[target.binding] if target.binding >= 0 else None
            name = (binding.local or binding.name) if binding else "*"
        return f"{self._program.modules[target.module]}#{name}"

    def _found(self, target: Target, path: Path) -> Meaning:
        if target.binding != NAMESPACE:
            return Own(target.module, target.binding, path)
        return self.exported(target.module, path[0], path[1:]) if path else Whole(target.module)

    def _outside(self, module: int, index: int, path: Path, hops: int) -> Meaning:
        """Where the linker lost a name: it comes from a package, perhaps by way of some modules of the project."""
        binding = self._program.facts[module].interface.bindings[index]
        if binding.kind != BindingKind.IMPORT:
            return Lost("a name that is not declared")
        return self._behind(self._program.links.server[module][binding.owner], binding.name, path, hops)

    def _outside_export(self, module: int, name: str, path: Path, hops: int) -> Meaning:
        for export in self._program.facts[module].interface.exports:
            if export.name == name and hops < _MAX_HOPS:
                if export.source >= 0:
                    row = self._program.links.server[module][export.source]
                    return self._behind(row, export.imported, path, hops + 1)
                if export.binding >= 0:
                    return self._outside(module, export.binding, path, hops + 1)
        return Lost("a name that is not exported")

    def _behind(self, row: int, name: str, path: Path, hops: int) -> Meaning:
        if row < 0:
            return self._leaf(row, path if name in ("*", "default", "=") else (name, *path))
        if name != "*":
            return self._outside_export(row, name, path, hops)
        return self._outside_export(row, path[0], path[1:], hops) if path else Whole(row)

    def _leaf(self, row: int, path: Path) -> Meaning:
        leaf = self._program.links.leaves[~row]
        return Outside(leaf.specifier, path) if leaf.package else Lost(f"an import that leads to {leaf.kind.value}")
