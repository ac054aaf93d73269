"""unregistered-action: a function meant for the client that the framework does not register."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program
from boundary_lsp.model.wire import Trouble
from boundary_lsp.model.wire_types import Function
from boundary_lsp.rules.compiled import Written, with_forms
from boundary_lsp.rules.moved import moved, spoken
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.values import findings, is_error, receiver

_ACTIONS = frozenset({"action", "formAction"})

_MESSAGES = {
    FormKind.USING_IN_FUNCTION: (
        "`using` hides the directive of {function} from Next, which first makes a `try` block of such a body: the "
        "function is not registered, and cannot be handed to the client. Put the code into a block of its own, "
        "`{{ using … }}`, or into a function that this one calls."
    ),
    FormKind.USING_IN_MODULE: (
        "`using` hides the `'{subject}'` of the file from Next, which first makes a `try` block of such a file: it is "
        "compiled as if the directive were not there. Move what has to be disposed of into a function."
    ),
    FormKind.PRIVATE_METHOD: (
        "{function} is a private method, and Next makes invalid code of its class: the build fails without saying "
        "where. Make it a function at the top level of the module, or a public static method."
    ),
}


def check(context: Context) -> Iterator[Finding]:
    yield from context.everywhere(_in_module, with_forms)
    yield from findings(context, RULE.id, Severity.ERROR, _of_form, _is_action)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in moved(program, module, *_MESSAGES):
        yield _finding(program.modules[module], found)


RULE = Rule(
    "unregistered-action",
    "a function meant for the client that is not registered as a server function",
    Severity.ERROR,
    Group.FUNCTIONS,
    check,
)


def _finding(path: str, found: Written) -> Finding:
    subject = found.form.subject
    return Finding(
        RULE.id,
        Severity.ERROR,
        _MESSAGES[found.form.kind].format(function=spoken(subject), subject=subject),
        found.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{path}#{subject}",
    )


def _is_action(judged: JudgedValue, trouble: Trouble) -> bool:
    is_prop = judged.crossing.kind is CrossingKind.HANDLER and judged.name in _ACTIONS and not trouble.path
    return is_prop and is_error(judged, trouble) and isinstance(trouble.offender, Function)


def _of_form(program: Program, judged: JudgedValue, _trouble: Trouble) -> str:
    return (
        f"`{judged.name}` of {receiver(program, judged.crossing)} is a plain function, which cannot be sent to the "
        "browser. Make it a server function with `'use server'`; a function that is wrapped around a server function "
        "needs the directive just as well."
    )
