"""unserializable-result: what a server function returns, and React refuses to send to its caller."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.rules.advice import for_result
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_error, part_of_result, receiver, returns, what


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule("unserializable-result", "a result that cannot be sent to the client", Severity.ERROR, Group.WIRE, check)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is CrossingKind.RESULT and is_error(judged, trouble)


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    returned = f"{returns(trouble)} {what(judged, trouble)}{part_of_result(trouble)}"
    to = receiver(program, judged.crossing)
    return f"{to} {returned}, which cannot be sent to the client that calls it. {for_result(trouble.offender)}"
