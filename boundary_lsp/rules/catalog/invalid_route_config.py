"""invalid-route-config: a route option with a value that Next does not take or cannot see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.model.facts import BindingKind, ValueKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import FileKind, Program
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.route_options import OPTIONS, takes
from boundary_lsp.rules.rule import Context, Group, Rule

_COMPUTED = frozenset({ValueKind.IDENTIFIER, ValueKind.CALL, ValueKind.FUNCTION, ValueKind.OTHER})

_READ_BEFORE = frozenset({"runtime", "maxDuration", "preferredRegion"})
"""What says where and how a route is going to run."""


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in read_exports(program, module, OPTIONS):
        if found.version >= OPTIONS[found.name].since:
            problem = _problem(program, found)
            if problem is not None:
                yield _finding(program, found, problem)


RULE = Rule(
    "invalid-route-config",
    "a route option with a value that Next does not take or cannot see",
    Severity.ERROR,
    Group.ROUTES,
    check,
)


class _Problem(NamedTuple):
    severity: Severity
    message: str


def _problem(program: Program, found: ReadExport) -> _Problem | None:
    if not found.is_declared:
        return _reexported(program, found)
    value = _literal(program, found)
    if value is None:
        return _computed(program, found)
    if takes(found.name, json.loads(value)):
        return None
    message = f"`{found.name}` cannot be `{_spelled(value)}`, so the build fails. {OPTIONS[found.name].told}"
    return _Problem(Severity.ERROR, message)


def _reexported(program: Program, found: ReadExport) -> _Problem | None:
    """`export { dynamic }`, under this name: Turbopack's build of 16.4 fails. Others find it when the route runs, but
    not what has to be known before."""
    if program.facts[found.file.module].interface.exports[found.export].name != found.name:
        return None
    fails = found.application.bundler == "turbopack" and found.version >= (16, 4)
    if not fails and found.name not in _READ_BEFORE:
        return None
    effect = "so the build fails" if fails else "so the default holds"
    return _Problem(
        Severity.ERROR if fails else Severity.WARNING,
        f"Next reads `{found.name}` from the text of this file and follows no list of exports, {effect}. Write "
        f"`export const {found.name} = …` here, with the value itself.",
    )


def _literal(program: Program, found: ReadExport) -> str | None:
    forms = program.facts[found.file.module].forms
    return next((f.detail for f in forms if f.kind is FormKind.LITERAL_EXPORT and f.subject == found.name), None)


def _spelled(value: str) -> str:
    """A string in the quotes that are usual in code."""
    return f"'{value[1:-1]}'" if value.startswith('"') else value


def _computed(program: Program, found: ReadExport) -> _Problem | None:
    interface = program.facts[found.file.module].interface
    binding = interface.bindings[interface.exports[found.export].binding]
    if binding.kind is not BindingKind.DECLARATION or found.file.kind not in (FileKind.PAGE, FileKind.ROUTE):
        return None
    if interface.declarations[binding.owner].value not in _COMPUTED:
        return None
    return _Problem(
        Severity.ERROR,
        f"Next reads `{found.name}` from the text of this file and computes nothing, so the build fails. Write the "
        "value itself.",
    )


def _finding(program: Program, found: ReadExport, problem: _Problem) -> Finding:
    return Finding(
        RULE.id,
        problem.severity,
        problem.message,
        found.file.module,
        found.start,
        found.end,
        ("server",),
        subject=f"{program.modules[found.file.module]}#{found.name}",
    )
