"""References as an answer shows them."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.program import LayerTransfer, Reference
from boundary_lsp.reports.places import Places, header


def refs_answer(snapshot: Snapshot, target: str, references: Iterable[Reference]) -> report.RefsAnswer:
    """`target` is `path#name`, relative to the root."""
    shown = described(snapshot, Places(snapshot), references)
    return report.RefsAnswer(**header(snapshot), target=target, references=shown)  # type: ignore[arg-type]


def described(snapshot: Snapshot, places: Places, references: Iterable[Reference]) -> list[report.Reference]:
    """In order of path and position."""
    ordered = sorted(references, key=lambda reference: (reference.module, reference.start, reference.through))
    return [_described(snapshot, places, reference) for reference in ordered]


def _described(snapshot: Snapshot, places: Places, reference: Reference) -> report.Reference:
    return report.Reference(
        path=places.path(reference.module),
        range=places.range(reference.module, reference.start, reference.end),
        kind=reference.kind.word,  # type: ignore[arg-type]
        transfers=[_transfer(snapshot, places, transfer) for transfer in reference.transfers],
        through=list(reference.through),
    )


def _transfer(snapshot: Snapshot, places: Places, transfer: LayerTransfer) -> report.Transfer:
    if transfer.layer < 0:
        return report.Transfer("", "unknown", transfer.transfer.value)
    layer = snapshot.program.layers[transfer.layer]
    return report.Transfer(places.layer_name(layer), layer.environment.value, transfer.transfer.value)
