"""Fixes that change one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.fixes.case import Case
from boundary_lsp.model.fixes import Fix, FixKind, Splice, TextChange
from boundary_lsp.syntax.typescript.rewrite.comments import comment_above
from boundary_lsp.syntax.typescript.rewrite.directives import added, corrected, moved, removed
from boundary_lsp.syntax.typescript.rewrite.functions import made_async
from boundary_lsp.syntax.typescript.rewrite.text import Text

_Change = Callable[[Text, int, tuple[str, ...]], tuple[Splice, ...]]

_CHANGES: Mapping[FixKind, _Change] = {
    FixKind.ADD_DIRECTIVE: lambda text, _, names: added(text, names[0]),
    FixKind.MOVE_DIRECTIVE: lambda text, at, _: moved(text, at),
    FixKind.CORRECT_DIRECTIVE: lambda text, at, names: corrected(text, at, names[0]),
    FixKind.REMOVE_DIRECTIVE: lambda text, at, _: removed(text, at),
    FixKind.SUPPRESS: lambda text, at, names: comment_above(text, at, f"boundary-ignore {names[0]}:"),
    FixKind.MAKE_ASYNC: lambda text, at, _: made_async(text, at),
}


def _planner(change: _Change) -> Callable[[Case], Fix]:
    def planned(case: Case) -> Fix:
        splices = change(case.text(case.path), case.request.start, case.request.names)
        return Fix((TextChange(case.path, splices),) if splices else ())

    return planned


SMALL: Mapping[FixKind, Callable[[Case], Fix]] = {kind: _planner(change) for kind, change in _CHANGES.items()}
