"""route-config-conflict: a route option that cache components do away with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule

_ADVICE: Mapping[str, str] = {
    "dynamic": "Remove it: routes are dynamic but for what `'use cache'` keeps.",
    "dynamicParams": "Remove it: every value of a parameter is served.",
    "revalidate": "Remove it, and say how long something is kept with `cacheLife()` in a `'use cache'` function.",
    "fetchCache": "Remove it, and put `'use cache'` into the functions whose fetches are to be kept.",
    "runtime": "Remove it: this needs Node.js, which is the default.",
    "experimental_ppr": "Remove it: this does what it did.",
}
_SINCE = {"experimental_ppr": (16,)}
"""Asked of the compilers of 15.5, 16.0, 16.2 and 16.4: all others are rejected by all of them."""


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in read_exports(program, module, _ADVICE):
        cause = _cause(found)
        if cause and found.version >= _SINCE.get(found.name, ()):
            yield Finding(
                RULE.id,
                Severity.ERROR,
                f"`{found.name}` and `{cause}` in next.config exclude each other, so the build fails. "
                f"{_ADVICE[found.name]}",
                module,
                found.start,
                found.end,
                subject=f"{program.modules[module]}#{found.name}",
            )


RULE = Rule(
    "route-config-conflict",
    "a route option that cache components do away with",
    Severity.ERROR,
    Group.ROUTES,
    check,
)


def _cause(found: ReadExport) -> str:
    """The switch that forbids the option; empty where none is known to. `'use cache'` alone forbids only `runtime`."""
    switches = found.application.switches
    if switches.cache_components:
        return "cacheComponents: true"
    alone = found.name == "runtime" and switches.use_cache and switches.cache_components is False
    return "experimental.useCache: true" if alone else ""
