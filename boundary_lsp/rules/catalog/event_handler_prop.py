"""event-handler-prop: an event handler that a server component gives to an element or a client component."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.rules.rule import Context, Rule
from boundary_lsp.rules.values import findings, is_handler, receiver


def check(context: Context) -> Iterator[Finding]:
    return findings(context, RULE.id, Severity.ERROR, _message, _is_wanted)


RULE = Rule("event-handler-prop", "an event handler in code that runs on the server", Severity.ERROR, check)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return trouble.verdict is Verdict.ERROR and is_handler(judged, trouble)


def _message(program: Program, judged: JudgedValue, _trouble: Trouble) -> str:
    to = receiver(program, judged.crossing)
    if judged.crossing.kind is CrossingKind.HANDLER:
        return (
            f"`{judged.name}` of {to} is a function, but this component runs on the server only, where there are no "
            "events. Move the element into a component with `'use client'`."
        )
    return (
        f"`{judged.name}` of the client component {to} is a function of the server, which cannot be sent. "
        f"Handle the event inside {to}, or make the handler a server function with `'use server'`."
    )
