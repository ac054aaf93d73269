"""server-instance-method: a directive in a method of a class's instances."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import Written, refusing_versions, with_forms, written
from boundary_lsp.rules.rule import Context, Group, Rule


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in written(program, module, FormKind.INSTANCE_METHOD):
        if refusing_versions(program, module):
            yield _finding(program.modules[module], found)


RULE = Rule(
    "server-instance-method", "a directive in a method of a class's instances", Severity.ERROR, Group.FUNCTIONS, check
)


def _finding(path: str, found: Written) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{found.form.subject}` belongs to instances, and no instance can be reached from outside: make it static, or "
        "a function of its own that is given what it needs.",
        found.module,
        found.start,
        found.end,
        subject=f"{path}#{found.form.subject}",
    )
