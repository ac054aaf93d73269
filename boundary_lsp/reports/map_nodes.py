"""Modules on sides, numbered as they are first named."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.map_page import Node
from boundary_lsp.model.program import Door, DoorKind, Program
from boundary_lsp.model.project import Environment

NEITHER = "neither"
"""The side of what no layer has: no page, route or other start loads it."""
SIDES = (Environment.SERVER.value, Environment.CLIENT.value, Environment.UNKNOWN.value, NEITHER)
_PACKAGES = "node_modules"
"""Where a package with a directive of its own is shown."""


class Nodes:
    """A module is its number, or `~leaf` for a package."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._numbers: dict[tuple[str, str], int] = {}
        """By path and side."""
        self._modules: list[int] = []
        self._paths: dict[str, int] = {}
        self.directives: list[str] = []

    @property
    def paths(self) -> list[str]:
        return list(self._paths)

    def add(self, module: int) -> None:
        """On all its sides."""
        layers = self._program.layers_of(self._program.layer_bits[module])
        for side in sorted({layer.environment.value for layer in layers} or {NEITHER}, key=SIDES.index):
            self.of(module, side)

    def of(self, module: int, side: str) -> int:
        """`side` is one of SIDES; an environment is one, too."""
        path = self._path(module)
        if path not in self._paths:
            self._paths[path] = len(self._paths)
            self.directives.append(self._directive(module))
        if (path, side) not in self._numbers:
            self._numbers[path, side] = len(self._modules)
            self._modules.append(module)
        return self._numbers[path, side]

    def known(self, module: int, side: str) -> int | None:
        return self._numbers.get((self._path(module), side))

    def ids(self) -> list[str]:
        """By node: `client/app/page.tsx`."""
        return [f"{side}/{path}" for path, side in self._numbers]

    def all(self) -> list[tuple[int, str]]:
        """By node, its module and side."""
        return [(module, side) for module, (_, side) in zip(self._modules, self._numbers, strict=True)]

    def ends(self, door: Door) -> list[tuple[int, int]]:
        """From node to node; several where the importing module has the door on more sides than one."""
        to = Environment.CLIENT if door.kind is DoorKind.CLIENT else Environment.SERVER
        sides = {layer.environment for layer in self._program.layers_of(door.layers)} - {to}
        return [(self.of(door.source, side), self.of(door.target, to)) for side in SIDES if side in sides]

    def listed(self, last_steps: Mapping[int, int], new: frozenset[str]) -> list[Node]:
        """`last_steps` are by node; `new` are the paths that have come to the client."""
        return [
            Node(
                self._paths[path],
                SIDES.index(side),
                last_steps.get(number, -1),
                side == Environment.CLIENT and path in new,
            )
            for (path, side), number in self._numbers.items()
        ]

    def _path(self, module: int) -> str:
        """A package's is where it would be installed."""
        if module >= 0:
            return self._program.modules[module]
        return f"{_PACKAGES}/{self._program.links.leaves[~module].specifier}"

    def _directive(self, module: int) -> str:
        found = self._program.directives[module] if module >= 0 else self._program.links.leaves[~module].directive
        return found or ""
