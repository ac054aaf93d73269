"""ssr-false-on-server: a server component asks that a component be left out on the server."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import Written, compiled_in, with_forms, written
from boundary_lsp.rules.rule import Context, Group, Rule

_REFUSED = (
    "`ssr: false` works only in a client component: the build fails. Move this call into a module with `'use client'`, "
    "and render what that exports."
)
_IGNORED = (
    "in `app/`, `dynamic` takes its loader as the first argument and overlooks one among the options: the build "
    "passes, and nothing is rendered. Give it the loader first, in a module with `'use client'`."
)


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in written(program, module, FormKind.SSR_FALSE):
        if compiled_in(program, module, Environment.SERVER):
            yield _finding(program.modules[module], found)


RULE = Rule(
    "ssr-false-on-server",
    "a server component asks that a component be left out on the server",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _finding(path: str, found: Written) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        _IGNORED if found.form.subject == "options" else _REFUSED,
        found.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{path}: {found.form.subject}",
    )
