"""Which fixes can be made at once, and the texts that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from boundary_lsp.fixes.plan import Plan, plan
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.fixes import FixKind, Splice, spliced
from boundary_lsp.model.program import Program
from boundary_lsp.ports import FileSystem

_ALONE = frozenset({FixKind.REMOVE_EXPORTS, FixKind.SPLIT_MODULE})
"""What the next one finds to do in a file depends on them."""


class Batch:
    """Fixes planned from one state of the texts, that do not get into each other's way."""

    def __init__(self, program: Program, files: FileSystem) -> None:
        self._program = program
        self._files = files
        self._before: dict[str, bytes] = {}
        self._splices: dict[str, list[Splice]] = {}
        self._closed: set[str] = set()
        """Files that take no more."""
        self._created: dict[str, bytes] = {}

    def take(self, finding: Finding) -> bool:
        """Whether what is in the batch now fixes the finding. What is refused may fit into a later batch."""
        planned = plan(self._program, self._files, finding.fix) if finding.fix is not None else None
        if finding.fix is None or planned is None or not self._fits(finding.fix.kind, planned):
            return False
        for change in planned.fix.changes:
            self._before[change.path] = planned.before[change.path]
            known = self._splices.setdefault(change.path, [])
            known += [splice for splice in change.splices if splice not in known]
        if finding.fix.kind in _ALONE:
            self._closed |= {change.path for change in planned.fix.changes}
        self._created.update(planned.fix.created)
        return True

    def texts(self) -> Mapping[str, tuple[bytes | None, bytes]]:
        """By path: (the text that was planned upon, None for a new file; the text as it has to be)."""
        changed = {
            path: (self._before[path], spliced(self._before[path], tuple(sorted(splices, key=_place))))
            for path, splices in self._splices.items()
        }
        return {**changed, **{path: (None, content) for path, content in self._created.items()}}

    def _fits(self, kind: FixKind, planned: Plan) -> bool:
        paths = {change.path for change in planned.fix.changes}
        if not paths.isdisjoint(self._closed) or not self._created.keys().isdisjoint(planned.fix.created):
            return False
        if kind in _ALONE and not paths.isdisjoint(self._splices):
            return False
        return all(_apart(self._splices.get(change.path, []), change.splices) for change in planned.fix.changes)


def _apart(known: list[Splice], more: tuple[Splice, ...]) -> bool:
    """The same twice is done once."""
    together = sorted({*known, *more}, key=_place)
    return all(now.end <= after.start and now.start < after.end for now, after in pairwise(together))


def _place(splice: Splice) -> tuple[int, int]:
    return splice.start, splice.end
