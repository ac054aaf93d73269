"""The directives that a compiler refuses, or takes in a way that a rule has to look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.model.directives import SERVER
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.judged_directives import judged
from boundary_lsp.rules.verdicts import Verdict


class Reading(NamedTuple):
    """A verdict on one statement, whose span is in bytes of the module's text."""

    module: int
    directive: Directive
    start: int
    end: int
    other: str = ""
    """The directive that it contradicts."""

    def alone(self, program: Program) -> bool:
        """No other directive stands in its body that it would contradict once it takes effect."""
        written = program.facts[self.module].interface.directives
        others = [one for one in written if one.body == self.directive.body and one.place != DirectivePlace.NESTED]
        return len(others) == 1


def readings(program: Program, module: int, verdict: Verdict) -> Iterator[Reading]:
    """By position, each once, also where several layers compile the module."""
    facts = program.facts[module]
    for found in judged(program, module, verdict):
        directive = facts.interface.directives[found.at]
        yield Reading(module, directive, *span_at(decode_spans(facts).directives, found.at), found.other)


def finding(
    rule: str, severity: Severity, program: Program, read: Reading, message: str, fix: FixRequest | None = None
) -> Finding:
    subject = f"{program.modules[read.module]}#{read.directive.function}: {read.directive.value}"
    return Finding(rule, severity, message, read.module, read.start, read.end, subject=subject, fix=fix)


def move(program: Program, read: Reading) -> FixRequest | None:
    """To where it counts, without parentheses. What becomes a server function is open to everyone, so people decide
    about that."""
    if not read.alone(program):
        return None
    safe = read.directive.value != SERVER
    return FixRequest(FixKind.MOVE_DIRECTIVE, "Move it to where it counts", safe, read.module, read.start)


def correct(program: Program, read: Reading, directive: str) -> FixRequest | None:
    """To another one, where that counts; safe as in `move`."""
    if read.directive.place not in (DirectivePlace.PROLOGUE, DirectivePlace.FUNCTION) or not read.alone(program):
        return None
    safe = directive != SERVER
    return FixRequest(FixKind.CORRECT_DIRECTIVE, f"Write `'{directive}'`", safe, read.module, read.start, (directive,))


def remove(read: Reading) -> FixRequest:
    """A directive that does nothing."""
    return FixRequest(FixKind.REMOVE_DIRECTIVE, "Remove the directive", True, read.module, read.start)
