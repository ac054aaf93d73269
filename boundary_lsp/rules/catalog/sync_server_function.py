"""sync-server-function: a server function that is not async."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import FormKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.rules.compiled import Written, written
from boundary_lsp.rules.rule import Context, Group, Rule


def check(context: Context) -> Iterator[Finding]:
    for found in written(context.program, FormKind.SYNC_FUNCTION):
        yield _finding(context.program.modules[found.module], found)


RULE = Rule("sync-server-function", "a server function that is not async", Severity.ERROR, Group.FUNCTIONS, check)


def _finding(path: str, found: Written) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{found.form.subject}` is called over the network, so it has to be async: write `async` before it.",
        found.module,
        found.start,
        found.end,
        subject=f"{path}#{found.form.subject}",
        fix=FixRequest(FixKind.MAKE_ASYNC, "Make it async", True, found.module, found.start),
    )
