"""event-handler-prop: an event handler that a server component gives to an element or a client component."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_handler, receiver
from boundary_lsp.rules.wording import counted


def check(context: Context) -> Iterator[Finding]:
    yield from findings(context, RULE.id, Severity.ERROR, _of_component, _is_of_component)
    of_elements = findings(context, RULE.id, Severity.ERROR, _of_element, _is_of_element)
    for module, found in groupby(of_elements, lambda one: one.module):
        yield _one(context.program, module, list(found))


RULE = Rule(
    "event-handler-prop",
    "an event handler in code that runs on the server",
    Severity.ERROR,
    Group.WIRE,
    check,
    yields_to=("client-api-on-server", "client-only-on-server"),
)


def _one(program: Program, module: int, found: list[Finding]) -> Finding:
    """What a module's elements have in common is one story: the module was meant for the client."""
    first, *others = found
    message = first.message
    if others:
        message += f" This file has {counted(len(others), 'more such handler', 'more such handlers')}."
    witness = tuple(WitnessStep(one.module, one.start, one.end, "another event handler") for one in others)
    return replace(first, message=message, witness=witness, subject=program.modules[module])


def _is_of_component(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is not CrossingKind.HANDLER and _is_wanted(judged, trouble)


def _is_of_element(judged: JudgedValue, trouble: Trouble) -> bool:
    return judged.crossing.kind is CrossingKind.HANDLER and _is_wanted(judged, trouble)


def _is_wanted(judged: JudgedValue, trouble: Trouble) -> bool:
    return trouble.verdict is Verdict.ERROR and is_handler(judged, trouble)


def _of_element(program: Program, judged: JudgedValue, _trouble: Trouble) -> str:
    return (
        f"`{judged.name}` of {receiver(program, judged.crossing)} is a function, but this component runs on the server "
        "only, where there are no events. Move the element into a component with `'use client'`."
    )


def _of_component(program: Program, judged: JudgedValue, _trouble: Trouble) -> str:
    to = receiver(program, judged.crossing)
    return (
        f"`{judged.name}` of the client component {to} is a function of the server, which cannot be sent. "
        f"Handle the event inside {to}, or make the handler a server function with `'use server'`."
    )
