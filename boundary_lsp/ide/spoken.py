"""Words that several answers share."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.naming import layer_name
from boundary_lsp.model.program import LayerTransfer, Program, Transfer

HOW = {
    Transfer.NETWORK: "over the network",
    Transfer.IN_PROCESS: "in-process",
    Transfer.UNKNOWN: "handed on, and lost from sight",
    Transfer.UNREACHED: "in code that nothing reaches",
    Transfer.ERASED: "as a type only",
}
"""What happens at a use."""


def line_at(snapshot: Snapshot, module: int, offset: int) -> str:
    """`app/page.tsx:4`, as people count lines."""
    return f"{snapshot.program.modules[module]}:{snapshot.lines(module).line_of(offset) + 1}"


def layer_list(program: Program, layers: Iterable[int]) -> str:
    """`rsc, client`."""
    return ", ".join(layer_name(program.applications, program.layers[layer]) for layer in layers)


def transfers_told(program: Program, transfers: Iterable[LayerTransfer]) -> str:
    """`over the network (client), in-process (rsc)`: layers that agree are told together."""
    layers: dict[Transfer, list[int]] = {}
    for transfer in transfers:
        layers.setdefault(transfer.transfer, []).append(transfer.layer)
    return ", ".join(HOW[how] + _inside(program, found) for how, found in layers.items())


def _inside(program: Program, layers: list[int]) -> str:
    known = [layer for layer in layers if layer >= 0]
    return f" ({layer_list(program, known)})" if known else ""
