"""taint-disabled: React's taint functions are used, and the configuration does not turn them on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from boundary_lsp.frameworks.environments import TAINT_APIS
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.apis import UNSEEN, Misuse, Misuses, once, since_clause
from boundary_lsp.rules.rule import Context, Group, Rule

_MISUSES = [Misuses(TAINT_APIS, side) for side in (Environment.SERVER, Environment.CLIENT)]


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    found = (misuse for misuses in _MISUSES for misuse in chain.from_iterable(misuses.found(context).values()))
    for misuse in once(m for m in found if program.applications[m.layer.application].switches.taint is False):
        yield _finding(program.modules[misuse.module], misuse)


RULE = Rule(
    "taint-disabled",
    "React's taint functions are used, and the configuration does not turn them on",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _finding(path: str, misuse: Misuse) -> Finding:
    outcome = f": the build fails{since_clause(misuse)}" if misuse.is_refused else f". {UNSEEN}"
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{misuse.api.name}` is not there unless Next's configuration says `experimental: {{ taint: true }}`"
        f"{outcome}. Set that, or do without.",
        misuse.module,
        misuse.start,
        misuse.end,
        (misuse.layer.environment.value,),
        subject=f"{path} -> {misuse.api.name}",
    )
