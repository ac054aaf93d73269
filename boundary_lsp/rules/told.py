"""Findings that hold over an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from boundary_lsp.graph.lookers import Lookers
from boundary_lsp.graph.table import Key, mended
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Program

About = TypeVar("About")
Tell = Callable[[Program, Key, About], Iterable[Finding]]
"""Says what is wrong with something that goes by a key. Whether it says anything is decided by what it is given; of the
program it may ask only about the modules that its findings show."""


class _Row(NamedTuple):
    findings: tuple[Finding, ...]
    looked: frozenset[int]
    """Modules: those that the findings show."""


class _Told(NamedTuple):
    about: Mapping[Any, object]
    rows: Mapping[Any, _Row]
    lookers: Lookers[Any]
    findings: Sequence[Finding]


_NOTHING = _Told({}, {}, Lookers({}), ())


class Told:
    """Of one program."""

    def __init__(self, program: Program, before: Told | None = None, changed: frozenset[int] | None = None) -> None:
        """`changed`: modules since the program before; None where nothing can be kept."""
        self._program = program
        self._changed = changed or frozenset()
        self._earlier = before._told if before is not None and changed is not None else {}
        self._told: dict[Tell[Any, Any], _Told] = {}

    def findings(self, tell: Tell[Key, About], about: Mapping[Key, About]) -> Sequence[Finding]:
        """What `tell` says of each: anew only where that is something else, or a module that was shown has changed."""
        known = self._earlier.get(tell, _NOTHING)
        stale = known.lookers.at_any(self._changed) | _differing(known.about, about)
        told = {key: found for key in stale if key in about and (found := tuple(tell(self._program, key, about[key])))}
        if stale:
            rows = mended(known.rows, stale, {key: _Row(found, _shown(found)) for key, found in told.items()})
            findings = tuple(chain.from_iterable(row.findings for row in rows.values()))
            known = _Told(about, rows, known.lookers.after(known.rows, rows, stale), findings)
        self._told[tell] = known._replace(about=about)
        return known.findings


def _differing(before: Mapping[Key, object], after: Mapping[Key, object]) -> set[Key]:
    if before is after:
        return set()
    differing = {key for key, about in after.items() if key not in before or before[key] != about}
    return differing.union(before.keys() - after.keys())


def _shown(findings: Iterable[Finding]) -> frozenset[int]:
    return frozenset(module for one in findings for module in (one.module, *(step.module for step in one.witness)))
