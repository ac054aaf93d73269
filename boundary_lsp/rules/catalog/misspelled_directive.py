"""misspelled-directive: a string that is almost a directive."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.directives import CLIENT, misspelled, overlooked
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import compiling_layers, directives
from boundary_lsp.rules.judged_directives import strangely_directed
from boundary_lsp.rules.reading import Reading, correct, finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.MISSPELLED):
        value = read.directive.value
        meant = misspelled(value) or value
        message = f"there is no directive `'{value}'`. Write `'{meant}'`."
        yield finding(RULE.id, Severity.ERROR, program, read, message, correct(program, read, meant))
    for read, meant in _overlooked(program, module):
        message = (
            f"there is no directive `'{read.directive.value}'`, and the build does not complain: the string is passed "
            f"over. Write `'{meant}'`."
        )
        yield finding(RULE.id, Severity.WARNING, program, read, message, correct(program, read, meant))


RULE = Rule("misspelled-directive", "a string that is almost a directive", Severity.ERROR, Group.DIRECTIVES, check)


def _overlooked(program: Program, module: int) -> Iterator[tuple[Reading, str]]:
    """Strings that Next has no eye for, at the head of a file or function that they could speak for."""
    if any(True for _ in compiling_layers(program, module)):
        for directive, start, end in directives(program, module):
            meant = overlooked(directive.value)
            if meant and _could_speak(directive, meant):
                yield Reading(module, directive, start, end), meant


def _could_speak(directive: Directive, meant: str) -> bool:
    if directive.place is DirectivePlace.FUNCTION:
        return meant != CLIENT
    return directive.place is DirectivePlace.PROLOGUE
