"""route-config-disabled: a route option of cache components where these are off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule


class _Option(NamedTuple):
    since: tuple[int, ...]
    until: tuple[int, ...]
    """The first version that does not know it any more."""
    in_lists: bool
    """It is also found in `export { instant }`."""


_OPTIONS: Mapping[str, _Option] = {
    "unstable_instant": _Option((16, 2), (16, 3), in_lists=True),
    "instant": _Option((16, 3), (99,), in_lists=True),
    "prefetch": _Option((16, 3), (99,), in_lists=False),
    "ensureStatic": _Option((16, 4), (99,), in_lists=False),
}
"""Asked of the compilers and builds of 15.5, 16.0, 16.2, 16.3 and 16.4."""


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in read_exports(program, module, _OPTIONS):
        if found.application.switches.cache_components is False and _is_known(found):
            subject = f"{program.modules[module]}#{found.name}"
            yield Finding(
                RULE.id,
                Severity.ERROR,
                f"`{found.name}` needs `cacheComponents: true` in next.config, and that is not there: the build fails. "
                "Turn it on, or remove this export.",
                module,
                found.start,
                found.end,
                subject=subject,
                covers=(subject,),
            )


RULE = Rule(
    "route-config-disabled",
    "a route option of cache components where these are off",
    Severity.ERROR,
    Group.ROUTES,
    check,
)


def _is_known(found: ReadExport) -> bool:
    option = _OPTIONS[found.name]
    return option.since <= found.version < option.until and (found.is_declared or option.in_lists)
