"""unserializable-prop: a prop that React refuses to send to a client component."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.rules.advice import for_prop
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_error, is_what, part_of, receiver, what

_CHILDREN = "children"


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule(
    "unserializable-prop", "a prop that cannot be sent to a client component", Severity.ERROR, Group.WIRE, check
)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is CrossingKind.PROPS and is_error(judged, trouble)


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to, advice = f"the client component {receiver(program, judged.crossing)}", for_prop(trouble.offender)
    if judged.name == _CHILDREN and not trouble.path:
        gets = "may get" if trouble.maybe else "gets"
        return f"{to} {gets} {what(judged, trouble)} as a child, which cannot be sent. {advice}"
    prop = f" as its prop `{judged.name}`" if judged.source else ""
    return f"{part_of(judged, trouble)} {is_what(judged, trouble)}, which cannot be sent to {to}{prop}. {advice}"
