"""invalid-export: an export of a module of server functions that is no function by its spelling."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import Form
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import Written, refusing_versions, with_forms, written
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.served import Versions, module_directive
from boundary_lsp.rules.wording import names

_ALWAYS = Versions()
_CACHED = {
    "literal": Versions(before=(16, 3)),
    "names": Versions(before=(16, 1)),
    "namespace": Versions(before=(16, 1)),
}
"""What only older compilers refuse of a `'use cache'` module."""


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    """Every one, though a compiler stops at the first: whoever mends that would meet the next."""
    for found in written(program, module, FormKind.STRANGE_EXPORT):
        directive = module_directive(program, module)
        limits = _CACHED.get(found.form.detail, _ALWAYS) if directive == "use cache" else _ALWAYS
        if refusing_versions(program, module, *limits):
            yield _finding(program, found, directive)


RULE = Rule(
    "invalid-export",
    "an export of a module of server functions that is no function by its spelling",
    Severity.ERROR,
    Group.FUNCTIONS,
    check,
)


def _finding(program: Program, found: Written, directive: str) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        _message(found.form, f"a `'{directive}'` module"),
        found.module,
        found.start,
        found.end,
        subject=f"{program.modules[found.module]}#{found.form.subject}",
    )


def _message(form: Form, module: str) -> str:
    written = form.subject.split(", ")
    exported = names([f"`{name}`" for name in written])
    match form.detail:
        case "literal":
            are, them = ("are no functions", "them") if len(written) > 1 else ("is no function", "it")
            return f"{exported} {are}, and {module} exports only async functions: move {them} to another module."
        case "class":
            return f"{exported} is a class, and {module} exports only async functions: move it to another module."
        case "default":
            return (
                f"the default export of {module} has to be an async function, or the name or the call that gives one: "
                "write it in one of these ways, without parentheses around it."
            )
        case "everything":
            return (
                f"{module} cannot export whatever another module exports: import the functions that are meant, and "
                "export them by name in a statement of their own."
            )
        case _:
            return (
                f"{module} cannot pass {exported} on from another module: import what is meant, and export it by name "
                "in a statement of its own, or let the importers take it from where it is."
            )
