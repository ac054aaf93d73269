"""forbidden-this: `this`, `super` or `arguments` in a server function."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import Form
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import with_forms
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.served import Refused, Versions, refused, spoken

_KINDS = {
    FormKind.FORBIDDEN_WORD: Versions(),
    FormKind.FORBIDDEN_BY_NAME: Versions(since=(16, 1)),
    FormKind.FORBIDDEN_WITHIN: Versions(before=(16, 1)),
}


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in refused(program, module, _KINDS):
        yield _finding(program.modules[module], found)


RULE = Rule(
    "forbidden-this", "`this`, `super` or `arguments` in a server function", Severity.ERROR, Group.FUNCTIONS, check
)


def _finding(path: str, found: Refused) -> Finding:
    form = found.written.form
    return Finding(
        RULE.id,
        Severity.ERROR,
        _message(form),
        found.written.module,
        found.written.start,
        found.written.end,
        subject=f"{path}#{form.subject} {form.detail}",
    )


def _message(form: Form) -> str:
    function = spoken(form.subject)
    if form.detail == "arguments":
        return f"`arguments` cannot be used in {function}, which is called from outside: name its parameters instead."
    return (
        f"`{form.detail}` cannot be used in {function}, which is called from outside by its name alone, not on an "
        "object: hand over what it needs as a parameter, or use a variable."
    )
