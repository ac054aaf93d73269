"""What can be done about findings, and what can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from boundary_lsp.ide.actions import Action, ActionKind, actions
from boundary_lsp.ide.places import Place
from boundary_lsp.lsp.command_names import WHY
from boundary_lsp.lsp.query import Query
from boundary_lsp.model.findings import Finding

OPTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.Empty])


def in_range(query: Query, params: types.CodeActionParams) -> list[types.CodeAction]:
    start, end = query.offset(params.range.start), query.offset(params.range.end)
    found = actions(query.snapshot, query.module, start, end)
    told = (_told(query, params.context, action) for action in found if _is_wanted(action, params.context.only))
    return [action for action in told if action is not None]


def _is_wanted(action: Action, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """An editor that asks for some kinds gets these, and those below them."""
    return only is None or any(_KINDS[action.kind].value.startswith(str(getattr(kind, "value", kind))) for kind in only)


_KINDS = {
    ActionKind.FIX: types.CodeActionKind.QuickFix,
    ActionKind.SUPPRESS: types.CodeActionKind.QuickFix,
    ActionKind.WHY: types.CodeActionKind.Empty,
}


def _told(query: Query, context: types.CodeActionContext, action: Action) -> types.CodeAction | None:
    """None for what the editor cannot do."""
    edit = query.edit(action.fix) if action.fix is not None else None
    if action.fix is not None and edit is None:
        return None
    is_preferred = action.kind is ActionKind.FIX and action.is_safe
    return types.CodeAction(
        action.title,
        kind=_KINDS[action.kind],
        diagnostics=_about(query, context, action.finding) if action.finding else None,
        is_preferred=is_preferred or None,
        edit=edit,
        command=_question(query, action),
    )


def _about(query: Query, context: types.CodeActionContext, finding: Finding) -> list[types.Diagnostic]:
    """The editor's own diagnostics of that finding."""
    where = query.range(Place(finding.module, finding.start, finding.end))
    return [shown for shown in context.diagnostics if shown.code == finding.rule and shown.range == where]


def _question(query: Query, action: Action) -> types.Command | None:
    if action.question is None:
        return None
    module, environment = action.question
    return types.Command(action.title, WHY, arguments=[query.uri(module), environment.value])
