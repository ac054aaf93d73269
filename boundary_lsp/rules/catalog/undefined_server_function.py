"""undefined-server-function: an inline server function used by name where the name has no value."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import Written, with_forms
from boundary_lsp.rules.moved import moved
from boundary_lsp.rules.rule import Context, Group, Rule

_MESSAGES = {
    FormKind.FUNCTION_BEFORE_DECLARATION: (
        "`{name}` is still undefined here: Next turns it into a variable, which gets its value only where the function "
        "is declared. Move the function above this line."
    ),
    FormKind.FUNCTION_BEHIND_RETURN: (
        "`{name}` stays undefined: Next turns it into a variable, which would get its value where the function is "
        "declared, but that is behind the end of the code. Move the function above."
    ),
    FormKind.DEFAULT_FUNCTION_BY_NAME: (
        "`{name}` is not defined in this module: Next leaves nothing of this server function but the default export. "
        "Declare the function first, and export it in a statement of its own: `export default {name}`."
    ),
}


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in moved(program, module, *_MESSAGES):
        yield _finding(program.modules[module], found)


RULE = Rule(
    "undefined-server-function",
    "an inline server function that is used where its name has no value",
    Severity.ERROR,
    Group.FUNCTIONS,
    check,
)


def _finding(path: str, found: Written) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        _MESSAGES[found.form.kind].format(name=found.form.detail),
        found.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{path}#{found.form.subject} {found.form.kind}",
    )
