"""Moving sets of layers through doors."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.program import Layer

ANYWHERE = -1
"""All layers, as a bit set."""


class DoorMap:
    """What becomes of a set of layers (a bit set) when an import enters a module with a directive."""

    def __init__(self, layers: Sequence[Layer], directives: Sequence[str | None]) -> None:
        self._layers = layers
        self._directives = directives
        self._memo: dict[tuple[int, str], int] = {}
        self._crossing: dict[tuple[int, str], int] = {}

    def through(self, bits: int, via: tuple[int, ...]) -> int:
        """The layers on the far side of the modules entered in turn."""
        for module in via:
            directive = self._directives[module]
            if directive is not None:
                bits = self.entering(bits, directive)
        return bits

    def entering(self, bits: int, directive: str) -> int:
        """The layers in which a module with that directive is an instance when imported from `bits`."""
        key = (bits, directive)
        found = self._memo.get(key)
        if found is None:
            found = 0
            for layer in self._layers:
                if bits >> layer.index & 1:
                    found |= 1 << layer.doors.get(directive, layer.index)
            self._memo[key] = found
        return found

    def crossing(self, bits: int, directive: str | None) -> int:
        """Those of the layers in which an import of a module with that directive is a door."""
        if directive is None:
            return 0
        found = self._crossing.get((bits, directive))
        if found is None:
            doors = (1 << layer.index for layer in self._layers if directive in layer.doors)
            found = self._crossing[bits, directive] = bits & sum(doors)
        return found
