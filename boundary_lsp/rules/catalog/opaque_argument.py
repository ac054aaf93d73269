"""opaque-argument: an argument of which only a reference arrives that throws when it is touched."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.rules.advice import for_argument
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_what, part_of, server_function


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.WARNING, _message, _is_wanted)


RULE = Rule(
    "opaque-argument", "an argument that the server function cannot look into", Severity.WARNING, Group.WIRE, check
)


def _is_wanted(_judged: JudgedValue, trouble: Trouble) -> bool:
    return trouble.verdict is Verdict.OPAQUE


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    return (
        f"{part_of(judged, trouble)} {is_what(judged, trouble)}, and stays in the browser: "
        f"{server_function(program, judged.crossing)} gets a stand-in that throws when it is used. "
        f"{for_argument(trouble.offender)}"
    )
