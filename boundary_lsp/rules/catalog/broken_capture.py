"""broken-capture: a name from around an inline server function that is not there when the function runs."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import Written, with_forms
from boundary_lsp.rules.moved import moved, spoken
from boundary_lsp.rules.rule import Context, Group, Rule

_FAILS = "Next moves {function} out of there without it, and calls fail: `{name}` is not defined."

_MESSAGES = {
    FormKind.CAPTURED_LOOP_VARIABLE: (
        f"`{{name}}` is declared in the header of a loop. {_FAILS} "
        "Copy it into a `const` inside of the loop, and use that."
    ),
    FormKind.CAPTURED_CATCH_PARAMETER: (
        f"`{{name}}` is the parameter of a `catch`. {_FAILS} "
        "Copy what you need of it into a `const` inside of the `catch` block, and use that."
    ),
    FormKind.CAPTURED_CLASS: (
        f"`{{name}}` is a class that is not declared at the top level of the module. {_FAILS} Declare the class there."
    ),
    FormKind.CAPTURED_RENAMED_DEFAULT: (
        f"`{{name}}` comes out of a pattern that renames it and has a default, as `key: {{name}} = …` does. {_FAILS} "
        "Give the default in a statement of its own: `const {name} = value ?? …`."
    ),
    FormKind.CAPTURED_LATER: (f"`{{name}}` is declared below. {_FAILS} Move its declaration above the function."),
    FormKind.CAPTURED_UNFINISHED: (
        f"`{{name}}` is declared by what this function itself is a part of. {_FAILS} "
        "Declare it in a statement of its own, above, or at the top level of the module."
    ),
    FormKind.CAPTURED_BLOCK_VARIABLE: (
        f"`{{name}}` is declared in a block that stands in no function. {_FAILS} "
        "Declare it at the top level of the module, or make the function that you need in a function."
    ),
    FormKind.CAPTURED_TAG: (
        f"`{{name}}` is used as a tag, and Next takes along values, but no tags. {_FAILS} "
        "Declare the component at the top level of the module."
    ),
    FormKind.CAPTURED_TARGET: (
        "`{name}` is declared outside of {function}, which Next moves out of there: then no such variable is left to "
        "assign to, and calls fail. Assign to a variable of the function's own; what has to last belongs into a "
        "database or a cookie."
    ),
    FormKind.CAPTURED_COUNTER: (
        "This changes only a copy: Next moves {function} away from `{name}`, and each call begins with the value that "
        "it had when the function was made. What has to last belongs into a database or a cookie."
    ),
    FormKind.CAPTURED_IN_PARAMETER: (
        "`{name}` is used in the default of a parameter of {function}, where Next does not replace it by the value "
        "that it takes along: a call without that argument fails, `{name}` is not defined. Give the default inside "
        "of the function's body."
    ),
    FormKind.CAPTURED_ITSELF: (
        "Inside of {function}, `{name}` is the function without the values that it takes along from outside, and "
        "calling it fails. Move what repeats into a function at the top level of the module, and pass it what it needs."
    ),
}


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in moved(program, module, *_MESSAGES):
        yield _finding(program.modules[module], found)


RULE = Rule(
    "broken-capture",
    "a name that an inline server function takes for granted and that is gone when it runs",
    Severity.ERROR,
    Group.CAPTURES,
    check,
)


def _finding(path: str, found: Written) -> Finding:
    form = found.form
    return Finding(
        RULE.id,
        Severity.WARNING if form.kind is FormKind.CAPTURED_COUNTER else Severity.ERROR,
        _MESSAGES[form.kind].format(name=form.detail, function=spoken(form.subject)),
        found.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{path}#{form.subject} {form.kind} {form.detail}",
    )
