"""Changes of a contract as an answer shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.contract import Change, ChangeKind, Contract, Effect, Place, Subject
from boundary_lsp.reports.places import header

_NEEDED = {
    Effect.BREAKING: " and required: such a client does not send it",
    Effect.UNKNOWN: ", and whether it can be left out is not known",
    Effect.COMPATIBLE: ", and not required",
}
_MISSED = {
    Effect.BREAKING: ", and such a client relies on it",
    Effect.UNKNOWN: ", and whether such a client relies on it is not known",
    Effect.COMPATIBLE: ", and nobody misses it",
}


def contract_answer(
    snapshot: Snapshot, against: str, contract: Contract, changes: Sequence[Change]
) -> report.ContractAnswer:
    """`contract` is the program's own; `changes` lead to it from the one it is compared with."""
    counts = Counter(change.effect for change in changes)
    return report.ContractAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        against=against,
        changes=[_described(change) for change in changes],
        summary=report.ContractSummary(
            endpoints=len(contract.endpoints),
            components=len(contract.components),
            breaking=counts[Effect.BREAKING],
            unknown=counts[Effect.UNKNOWN],
            compatible=counts[Effect.COMPATIBLE],
        ),
    )


def message_of(change: Change) -> str:
    """What has changed, and what that means for a client that was deployed before the server."""
    if change.place is Place.WHOLE:
        return _of_whole(change)
    subject = f"{change.place} `{change.path}`" if change.place is not Place.RESULT else f"`{change.path}`"
    to_server = change.place is Place.PARAMETER
    match change.kind:
        case ChangeKind.ADDED:
            return f"{subject} is new" + (_NEEDED[change.effect] if to_server else "")
        case ChangeKind.REMOVED:
            return f"{subject} is gone" + _MISSED[change.effect]
        case ChangeKind.REQUIRED if to_server:
            leaves_out = ": such a client may leave it out" if change.effect is Effect.BREAKING else ""
            return f"{subject} was optional and is required now{leaves_out}"
        case ChangeKind.REQUIRED:
            return f"{subject} is always there now"
        case ChangeKind.OPTIONAL:
            return f"{subject} is optional now" if to_server else f"{subject} may be missing now"
        case ChangeKind.TYPE:
            return _of_type(subject, change)


def _of_type(subject: str, change: Change) -> str:
    if change.new == "unknown":
        return f"{subject} was `{change.old}` and is not known now"
    if change.old == "unknown":
        return f"{subject} was not known and is `{change.new}` now"
    return f"{subject} was `{change.old}` and is `{change.new}` now"


def _of_whole(change: Change) -> str:
    if change.subject is Subject.COMPONENT:
        return "is rendered now" if change.kind is ChangeKind.ADDED else "is not rendered by the server any more"
    if change.kind is ChangeKind.ADDED:
        return "is new"
    became = f"; perhaps it is `{change.perhaps}` now" if change.perhaps else ""
    return f"is gone: calls of such a client fail{became}"


def _described(change: Change) -> report.ContractChange:
    return report.ContractChange(
        subject=change.subject.value,
        id=change.id,
        effect=change.effect.value,
        place=change.place.value,
        path=change.path,
        kind=change.kind.value,
        old=change.old,
        new=change.new,
        perhaps=change.perhaps,
        message=message_of(change),
    )
