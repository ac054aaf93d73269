"""conflicting-directives: two directives of one file or function that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.directives import CLIENT, SERVER
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.judged_directives import caching_applications, strangely_directed
from boundary_lsp.rules.reading import Reading, finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict

_FIRST_THAT_REFUSES_CLIENT_CACHES = (16, 2)


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.CONFLICTING):
        refuses = _is_refused(program, read)
        severity = Severity.ERROR if refuses else Severity.WARNING
        message = _message(read) if refuses else f"{_message(read)} Next refuses to build this since 16.2."
        yield finding(RULE.id, severity, program, read, message)


RULE = Rule(
    "conflicting-directives",
    "two directives of one file or function that contradict each other",
    Severity.ERROR,
    Group.DIRECTIVES,
    check,
)


def _is_refused(program: Program, read: Reading) -> bool:
    """Older versions do not compare `'use client'` with `'use cache'`."""
    pair = {read.directive.value, read.other}
    if CLIENT not in pair or SERVER in pair:
        return True
    versions = [version_tuple(one.framework_version) for one in caching_applications(program, read.module)]
    return any(not version or version >= _FIRST_THAT_REFUSES_CLIENT_CACHES for version in versions)


def _message(read: Reading) -> str:
    value, other = read.directive.value, read.other
    if CLIENT in (value, other):
        return (
            f"`'{value}'` contradicts the `'{other}'` above: a file is either code for the browser or functions that "
            "stay on the server. Keep one, and move what the other is meant for to a file of its own."
        )
    place = "function" if read.directive.body else "file"
    return (
        f"`'{value}'` contradicts the `'{other}'` above: one {place} cannot have both. "
        "Keep `'use server'` here, and call a function that has `'use cache'`."
    )
