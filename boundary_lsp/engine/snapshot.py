"""The result of an analysis: everything that reports and editors ask about, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boundary_lsp.graph.names import Names
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem


@dataclass(frozen=True, slots=True)
class Snapshot:
    project: Project
    program: Program
    wire: Wire
    findings: tuple[Finding, ...]
    """Worst first, then by path and position."""
    degraded: tuple[str, ...]
    """What could not be used, one sentence each."""
    steps: tuple[str, ...]
    """What ran to get here: `discover`, `parse app/page.tsx`, `link`, `graph`, `rules`."""
    seconds: Mapping[str, float]
    """By step, and for the loading of stored facts."""
    files: FileSystem
    names: Names
    """Of the program; shared with the snapshot before where it has the same one."""
    suppressed: tuple[Finding, ...] = ()
    """What a comment in the source suppresses."""
    complete: frozenset[str] = frozenset()
    """Rules that ran and knew all that they ask about: what they do not find is not there."""
    processor: Mapping[str, float] = field(default_factory=dict)
    """As `seconds`, of the processor."""
    _lines: dict[int, LineIndex] = field(default_factory=dict, repr=False)

    def lines(self, module: int) -> LineIndex:
        """The lines of a module, read when first asked for; of nothing if the file has gone since."""
        if module not in self._lines:
            try:
                source = self.files.read(self.program.modules[module])
            except OSError:
                source = b""
            self._lines[module] = LineIndex(source)
        return self._lines[module]
