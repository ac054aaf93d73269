"""unserializable-argument: an argument that React refuses to send to a server function."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.rules.advice import for_argument
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_error, is_what, part_of, server_function


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule(
    "unserializable-argument", "an argument that cannot be sent to a server function", Severity.ERROR, Group.WIRE, check
)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is CrossingKind.ARGUMENTS and is_error(judged, trouble)


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to = server_function(program, judged.crossing)
    return (
        f"{part_of(judged, trouble)} {is_what(judged, trouble)}, which cannot be sent to {to}. "
        f"{for_argument(trouble.offender)}"
    )
