"""The directives that a compiler refuses, or takes in a way that a rule has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.directives import CACHE, CLIENT, SERVER, is_cache, misspelled
from boundary_lsp.model.facts import Directive, DirectivePlace, decode_spans, span_at
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.program import Application, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_applications, compiling_layers
from boundary_lsp.rules.rule import Context
from boundary_lsp.rules.verdicts import Body, Found, Verdict, client_verdicts, server_verdicts

_FIRST_WITH_CACHE = (15,)


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


def readings(context: Context, verdict: Verdict) -> Iterator[Reading]:
    """By module and position, each once, also where several layers compile the module."""
    program = context.program
    for module in context.outline.strangely_directed:
        facts = program.facts[module]
        written = facts.interface.directives
        found: dict[int, Found] = {}
        for one in _verdicts(program, module):
            if one.verdict is verdict:
                found.setdefault(one.at, one)
        spans = decode_spans(facts).directives if found else ()
        for index in sorted(found):
            yield Reading(module, written[index], *span_at(spans, index), found[index].other)


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


def caching_applications(program: Program, module: int) -> Iterator[Application]:
    """Those that compile a module and know `'use cache'`: Next has, since 15."""
    for application in compiling_applications(program, module):
        version = version_tuple(application.framework_version)
        if application.framework == "next" and (not version or version >= _FIRST_WITH_CACHE):
            yield application


def _verdicts(program: Program, module: int) -> Iterator[Found]:
    directives = list(_known(program, module))
    file, *functions = _bodies(directives)
    yield from client_verdicts(file)
    heads = {directive.value for _, directive in file if directive.place is DirectivePlace.PROLOGUE}
    on_server = any(value == SERVER or is_cache(value) for value in heads)
    for environment in {layer.environment for layer in compiling_layers(program, module)}:
        in_client = environment is Environment.CLIENT
        if in_client or CLIENT not in heads:  # the server has a list of references in place of a client module
            yield from server_verdicts(file, False)
            for body in functions:
                yield from server_verdicts(body, in_client and not on_server)


def _known(program: Program, module: int) -> Iterator[tuple[int, Directive]]:
    """Without those of caches, where they are only strings."""
    caches = any(True for _ in caching_applications(program, module))
    for index, directive in enumerate(program.facts[module].interface.directives):
        value = directive.value
        if caches or not (value.startswith(CACHE) or (misspelled(value) or "").startswith(CACHE)):
            yield index, directive


def _bodies(directives: Sequence[tuple[int, Directive]]) -> list[Body]:
    """The file's own first, those in blocks left out."""
    found: dict[int, list[tuple[int, Directive]]] = {0: []}
    for index, directive in directives:
        if directive.place is not DirectivePlace.NESTED:
            found.setdefault(directive.body, []).append((index, directive))
    return list(found.values())
