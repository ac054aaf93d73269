"""sync-server-function: a server function that is not async."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import Form
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.fixes import FixKind, FixRequest
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import Written, with_forms
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.served import Refused, Versions, refused, spoken

_KINDS = {
    FormKind.SYNC_FUNCTION: Versions(),
    FormKind.SYNC_BY_NAME: Versions(since=(16, 1)),
    FormKind.SYNC_WITHIN: Versions(before=(16, 1)),
    FormKind.SYNC_ACCESSOR: Versions(),
    FormKind.SYNC_OBJECT_ACCESSOR: Versions(since=(16, 4)),
}
_ACCESSORS = (FormKind.SYNC_ACCESSOR, FormKind.SYNC_OBJECT_ACCESSOR)
_REASONS = {"server": "is called over the network", "cache": "answers from a cache"}


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in refused(program, module, _KINDS):
        yield _finding(program.modules[module], found)


RULE = Rule("sync-server-function", "a server function that is not async", Severity.ERROR, Group.FUNCTIONS, check)


def _finding(path: str, found: Refused) -> Finding:
    form = found.written.form
    return Finding(
        RULE.id,
        Severity.ERROR,
        _message(form, found.version),
        found.written.module,
        found.written.start,
        found.written.end,
        subject=f"{path}#{form.subject}",
        fix=_fix(found.written),
    )


def _fix(written: Written) -> FixRequest | None:
    """Inside of an exported value, somebody may have asked for a function that is not async."""
    kind = written.form.kind
    if kind in _ACCESSORS:
        return None
    is_safe = kind is not FormKind.SYNC_WITHIN
    return FixRequest(FixKind.MAKE_ASYNC, "Make it async", is_safe, written.module, written.start)


def _message(form: Form, version: str) -> str:
    if form.kind is FormKind.SYNC_WITHIN:
        return (
            f"Next.js {version} takes every function written inside the exported `{form.subject}` for one that is "
            "called from outside, so it has to be async: write `async` before it, or declare it outside of the export."
        )
    if form.kind in _ACCESSORS:
        return f"`{form.subject}` is an accessor, which cannot be async: make an async method of it."
    return f"{spoken(form.subject)} {_REASONS[form.detail]}, so it has to be async: write `async` before it."
