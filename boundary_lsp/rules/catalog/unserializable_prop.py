"""unserializable-prop: a prop that React refuses to send to a client component."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.rules.advice import for_prop
from boundary_lsp.rules.rule import Context, Rule
from boundary_lsp.rules.values import findings, is_error, part_of, receiver, what_it_is

_CHILDREN = "children"


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule("unserializable-prop", "a prop that cannot be sent to a client component", Severity.ERROR, check)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is CrossingKind.PROPS and is_error(judged, trouble)


def _message(program: Program, judged: JudgedValue, trouble: Trouble) -> str:
    to = receiver(program, judged.crossing)
    what, advice = what_it_is(judged, trouble), for_prop(trouble.offender)
    if judged.name == _CHILDREN and not trouble.path:
        return f"the client component {to} gets {what} as a child, which cannot be sent. {advice}"
    prop = f" as its prop `{judged.name}`" if judged.name else ""
    return f"{part_of(judged, trouble)} is {what}, which cannot be sent to the client component {to}{prop}. {advice}"
