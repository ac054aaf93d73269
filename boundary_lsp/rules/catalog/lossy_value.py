"""lossy-value: a value that arrives as something else than its type says."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.rules.advice import for_lossy
from boundary_lsp.rules.rule import Context, Rule
from boundary_lsp.rules.values import findings, part_of, part_of_result, receiver, server_function, what_it_is


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.WARNING, _message, _is_wanted)


RULE = Rule("lossy-value", "a value that arrives as something else", Severity.WARNING, check)


def _is_wanted(_judged: JudgedValue, trouble: Trouble) -> bool:
    return trouble.verdict is Verdict.LOSSY


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to, what = receiver(program, judged.crossing), what_it_is(judged, trouble)
    becomes, advice = f"as {trouble.becomes}", for_lossy(trouble.offender)
    if judged.crossing.kind is CrossingKind.RESULT:
        return f"{to} returns {what}{part_of_result(trouble)}, which reaches the client {becomes}. {advice}"
    receives = (
        f"the client component {to}" if judged.crossing.function < 0 else server_function(program, judged.crossing)
    )
    return f"{part_of(judged, trouble)} is {what}, and reaches {receives} {becomes}. {advice}"
