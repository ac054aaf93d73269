"""unserializable-capture: what an inline server function takes along, and React refuses to send."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.rules.advice import for_capture
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_error, is_what, part_of, server_function

_KINDS = frozenset({CrossingKind.CAPTURES, CrossingKind.BOUND})


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule(
    "unserializable-capture",
    "a value that an inline server function cannot take along",
    Severity.ERROR,
    Group.WIRE,
    check,
)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind in _KINDS and is_error(judged, trouble)


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to, told = server_function(program, judged.crossing), is_what(judged, trouble)
    if judged.crossing.kind is CrossingKind.BOUND:
        return (
            f"{part_of(judged, trouble)} {told}, and cannot be bound to {to}: what is bound travels to the client "
            "and back. Bind plain data, such as an id."
        )
    return (
        f"{part_of(judged, trouble)} {told}, and {to} takes it along from outside: that travels to the client and "
        f"back, and cannot be sent. {for_capture(trouble.offender)}"
    )
