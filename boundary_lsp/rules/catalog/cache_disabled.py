"""cache-disabled: 'use cache' where the configuration does not turn it on."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Application, Program
from boundary_lsp.rules.judged_directives import caching_applications, strangely_directed
from boundary_lsp.rules.reading import finding, readings
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.verdicts import Verdict

_FIRST_WITH_CACHE_COMPONENTS = (16,)


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, strangely_directed)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for read in readings(program, module, Verdict.CACHED):
        applications = caching_applications(program, module)
        without = next((one for one in applications if one.switches.use_cache is False), None)
        if without is not None:
            message = f"`'{read.directive.value}'` is not turned on. Set {_switch(without)} in next.config."
            yield finding(RULE.id, RULE.severity, program, read, message)


RULE = Rule(
    "cache-disabled",
    "`'use cache'` where the configuration does not turn it on",
    Severity.ERROR,
    Group.DIRECTIVES,
    check,
)


def _switch(application: Application) -> str:
    version = version_tuple(application.framework_version)
    if not version or version >= _FIRST_WITH_CACHE_COMPONENTS:
        return "`cacheComponents: true`"
    return "`experimental: { useCache: true }`"
