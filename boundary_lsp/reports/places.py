"""Offsets and numbers of a snapshot, as an answer names them."""

from __future__ import annotations

from boundary_lsp import __version__
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.naming import application_names, layer_name
from boundary_lsp.model.program import Layer
from boundary_lsp.model.spans import Spans, decode_spans, span_at

TOOL = f"boundary {__version__}"


class Places:
    """One answer's view of a snapshot; positions are worked out only for what the answer shows."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._program = snapshot.program
        self._spans: dict[int, Spans] = {}

    def path(self, module: int) -> str:
        return self._program.modules[module]

    def range(self, module: int, start: int, end: int) -> report.Range:
        return report.Range(self._position(module, start), self._position(module, end))

    def spans(self, module: int) -> Spans:
        if module not in self._spans:
            self._spans[module] = decode_spans(self._program.facts[module])
        return self._spans[module]

    def import_range(self, module: int, imported: int) -> report.Range:
        """The specifier of an import."""
        return self.range(module, *span_at(self.spans(module).imports, imported))

    def layer_name(self, layer: Layer) -> str:
        return layer_name(self._program.applications, layer)

    def application_names(self) -> list[str]:
        """By index."""
        return application_names(self._program.applications)

    def _position(self, module: int, offset: int) -> report.Position:
        line, column = self._snapshot.lines(module).position(offset)
        return report.Position(line + 1, column + 1)


def header(snapshot: Snapshot) -> dict[str, object]:
    """The fields that every answer begins with."""
    program = snapshot.program
    return {
        "version": 1,
        "tool": TOOL,
        "root": program.root,
        "applications": [
            report.Application(a.name, a.path, a.framework, a.framework_version, a.bundler)
            for a in program.applications
        ],
        "degraded": list(snapshot.degraded),
        "unknown": _unknown(snapshot),
    }


def _unknown(snapshot: Snapshot) -> dict[str, int]:
    values = sum(snapshot.wire.unknown.values())
    return {**snapshot.program.unknown, **({"unknown-value": values} if values else {})}
