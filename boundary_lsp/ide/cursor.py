"""What an editor's cursor is on, besides names: a specifier, a directive."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.spans import decode_spans


def import_at(snapshot: Snapshot, module: int, offset: int) -> int | None:
    """The index of the import whose specifier is there, its quotes and its end included."""
    return _index_at(decode_spans(snapshot.program.facts[module]).imports, offset)


def directive_at(snapshot: Snapshot, module: int, offset: int) -> int | None:
    """The index of the directive that is there, its quotes and its end included."""
    return _index_at(decode_spans(snapshot.program.facts[module]).directives, offset)


def _index_at(flat: tuple[int, ...], offset: int) -> int | None:
    spans = enumerate(zip(flat[::2], flat[1::2], strict=True))
    return next((index for index, (start, end) in spans if start <= offset <= end), None)
