"""Findings that hold over an edit."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple, TypeVarTuple

from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Program

About = TypeVarTuple("About")
_Key = tuple[Hashable, Hashable]


class _Told(NamedTuple):
    about: tuple[object, ...]
    finding: Finding
    shown: frozenset[int]
    """Modules."""


class Told:
    """Of one program. A finding reads of the text only what it shows: places in its own module, and in its witness'."""

    def __init__(self, program: Program, before: Told | None, changed: frozenset[int] | None) -> None:
        """`changed`: modules since the program before; None where programs cannot be compared."""
        self._program = program
        self._changed = changed or frozenset()
        self._earlier = before._told if before is not None and changed is not None else {}
        self._told: dict[_Key, _Told] = {}

    def finding(self, tell: Callable[[Program, *About], Finding], subject: Hashable, about: tuple[*About]) -> Finding:
        """What `tell` makes of the program and `about`. `subject` is what only one finding of a rule is about."""
        key = (tell, subject)
        known = self._earlier.get(key)
        if known is None or known.about != about or not known.shown.isdisjoint(self._changed):
            finding = tell(self._program, *about)
            shown = frozenset([finding.module, *(step.module for step in finding.witness)])
            known = _Told(about, finding, shown)
        self._told[key] = known
        return known.finding
