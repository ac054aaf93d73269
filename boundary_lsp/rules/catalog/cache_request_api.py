"""cache-request-api: what belongs to one request is read where results are kept for many."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import Written, compiled_in, compiling_applications, with_forms, written
from boundary_lsp.rules.rule import Context, Group, Rule

_READS = {"next/headers#cookies": "cookies", "next/headers#headers": "headers"}
_WAITS = {"next/server#connection": "connection"}
_PRIVATE = "use cache: private"


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, with_forms)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in written(program, module, FormKind.CACHED_CALL):
        name = _forbidden(found)
        applications = compiling_applications(program, module)
        is_understood = any(application.switches.use_cache is not False for application in applications)
        if name and is_understood and compiled_in(program, module, Environment.SERVER):
            yield _finding(program.modules[module], found, name)


RULE = Rule(
    "cache-request-api",
    "what belongs to one request is read where results are kept for many",
    Severity.ERROR,
    Group.FUNCTIONS,
    check,
)


def _forbidden(found: Written) -> str:
    """The function that must not be called there; a cache of one visitor may read what the visitor sent."""
    called = found.form.subject
    return _WAITS.get(called, "") or ("" if found.form.detail == _PRIVATE else _READS.get(called, ""))


def _finding(path: str, found: Written, name: str) -> Finding:
    remedy = "Call it outside" if name == "connection" else "Read it outside, and pass what is needed as an argument"
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{name}()` belongs to one request, and what `'{found.form.detail}'` keeps is for many: Next stops here with "
        f"an error. {remedy}.",
        found.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{path}#{name}",
    )
