"""lossy-value: a value that arrives as something else than its type says."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.model.wire_types import Tuple
from boundary_lsp.rules.advice import for_lossy
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import (
    findings,
    is_what,
    part_of,
    part_of_result,
    receiver,
    returns,
    server_function,
    what,
)


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.WARNING, _message, _is_wanted)


RULE = Rule("lossy-value", "a value that arrives as something else", Severity.WARNING, Group.WIRE, check)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    """What is bound to an element's action is a crossing of its own. A list is read as the tuple was that it was."""
    is_lossy = trouble.verdict is Verdict.LOSSY and not isinstance(trouble.offender, Tuple)
    return is_lossy and judged.crossing.kind is not CrossingKind.HANDLER


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to, ending = receiver(program, judged.crossing), f"as {trouble.becomes}. {for_lossy(trouble.offender)}"
    if judged.crossing.kind is CrossingKind.RESULT:
        returned = f"{returns(trouble)} {what(judged, trouble)}{part_of_result(trouble)}"
        return f"{to} {returned}, which reaches the client {ending}"
    side = (
        f"the client component {to}" if judged.crossing.function is None else server_function(program, judged.crossing)
    )
    return f"{part_of(judged, trouble)} {is_what(judged, trouble)}, and reaches {side} {ending}"
