"""Fixes that change one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.fixes.case import Case
from boundary_lsp.model.fixes import Fix, FixKind, Splice, TextChange
from boundary_lsp.syntax.languages.texts import Text

_Change = Callable[[Text, int, tuple[str, ...]], tuple[Splice, ...]]

_CHANGES: Mapping[FixKind, _Change] = {
    FixKind.ADD_DIRECTIVE: lambda text, _, names: text.directive_added(names[0]),
    FixKind.MOVE_DIRECTIVE: lambda text, at, _: text.directive_moved(at),
    FixKind.CORRECT_DIRECTIVE: lambda text, at, names: text.directive_corrected(at, names[0]),
    FixKind.REMOVE_DIRECTIVE: lambda text, at, _: text.directive_removed(at),
    FixKind.SUPPRESS: lambda text, at, names: text.comment_above(at, f"boundary-ignore {names[0]}:"),
    FixKind.MAKE_ASYNC: lambda text, at, _: text.made_async(at),
}


def _planner(change: _Change) -> Callable[[Case], Fix]:
    def planned(case: Case) -> Fix:
        splices = change(case.text(case.path), case.request.start, case.request.names)
        return Fix((TextChange(case.path, splices),) if splices else ())

    return planned


SMALL: Mapping[FixKind, Callable[[Case], Fix]] = {kind: _planner(change) for kind, change in _CHANGES.items()}
