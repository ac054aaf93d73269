"""Findings that are news: those that a baseline does not list."""

from __future__ import annotations

from dataclasses import replace

from boundary_lsp.engine.baseline import NotABaseline, compared, parse_baseline
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.baseline import Baseline

_NONE = Baseline(1, [])


class News:
    """By a file below the root, if there is one; it is read again when it changes."""

    def __init__(self, path: str) -> None:
        """Empty for no file."""
        self.path = path
        self.mistake = ""
        """Why the file lists nothing that could be left out."""
        self._content = b""
        self._baseline = _NONE

    def of(self, snapshot: Snapshot) -> Snapshot:
        """The same with fewer findings."""
        self._read(snapshot)
        if not self._baseline.findings:
            return snapshot
        new = compared(self._baseline, snapshot.findings, snapshot.program.modules, lambda _: False).new
        return replace(snapshot, findings=tuple(new))

    def _read(self, snapshot: Snapshot) -> None:
        try:
            content = snapshot.files.read(self.path) if self.path else b""
        except OSError:
            content = b""
        if content == self._content:
            return
        self._content, self._baseline, self.mistake = content, _NONE, ""
        try:
            self._baseline = parse_baseline(content) if content else _NONE
        except NotABaseline as error:
            self.mistake = f"this is not a baseline: {error}"
