"""Modules and leaves as numbers, as `model.resolution.Links` has them."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.resolution import Leaf


class Numbers:
    """Modules are numbered in their order, leaves as they are met."""

    def __init__(self, modules: Sequence[str]) -> None:
        self.index = {path: number for number, path in enumerate(modules)}
        self.leaves: list[Leaf] = []
        self._known: dict[Leaf, int] = {}

    def of(self, resolved: str | Leaf) -> int:
        """`>= 0` for a module's path, `~leaf` for a leaf."""
        if isinstance(resolved, str):
            return self.index[resolved]
        number = self._known.get(resolved)
        if number is None:
            number = self._known[resolved] = len(self.leaves)
            self.leaves.append(resolved)
        return ~number
