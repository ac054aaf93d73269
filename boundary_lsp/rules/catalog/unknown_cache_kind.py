"""unknown-cache-kind: 'use cache' with a kind of cache that nothing provides."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.directives import cache_kind, is_cache
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.judged_directives import caching_applications, strangely_directed
from boundary_lsp.rules.reading import finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict
from boundary_lsp.rules.wording import names


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.CACHED):
        if not is_cache(read.directive.value):
            continue
        kind = cache_kind(read.directive.value)
        provided = [one.switches.cache_kinds for one in caching_applications(program, module)]
        lacking = next((kinds for kinds in provided if kinds is not None and kind not in kinds), None)
        if lacking is not None:
            yield finding(RULE.id, RULE.severity, program, read, _message(kind, lacking))


RULE = Rule(
    "unknown-cache-kind",
    "`'use cache'` with a kind of cache that nothing provides",
    Severity.ERROR,
    Group.DIRECTIVES,
    check,
)


def _message(kind: str, kinds: tuple[str, ...]) -> str:
    known = names([f"`{one}`" for one in kinds])
    return (
        f"no cache is called `{kind}`: there are {known}. "
        f"Name one of them, or add `{kind}` to `cacheHandlers` in next.config."
    )
