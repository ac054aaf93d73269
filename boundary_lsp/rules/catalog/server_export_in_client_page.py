"""server-export-in-client-page: a page or layout of the client exports what only the server reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import FileKind, Program
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule

_SINCE: Mapping[str, tuple[int, ...]] = {
    "generateStaticParams": (),
    "instant": (16, 3),
    "prefetch": (16, 3),
    "ensureStatic": (16, 4),
}
_FILES = (FileKind.PAGE, FileKind.LAYOUT)


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in read_exports(program, module, _SINCE):
        if found.file.kind in _FILES and _is_client(program, module) and _is_read(found):
            yield Finding(
                RULE.id,
                Severity.ERROR,
                f"`{found.name}` is read on the server, which cannot read it in a `'use client'` file: the build "
                "fails. Remove the directive, and move what needs the browser into a component that this one renders.",
                module,
                found.start,
                found.end,
                ("server",),
                subject=f"{program.modules[module]}#{found.name}",
            )


RULE = Rule(
    "server-export-in-client-page",
    "a page or layout of the client exports what only the server reads",
    Severity.ERROR,
    Group.ROUTES,
    check,
    yields_to=("route-config-disabled",),
)


def _is_client(program: Program, module: int) -> bool:
    return program.facts[module].interface.directive == "use client"


def _is_read(found: ReadExport) -> bool:
    """By this version; and all but `generateStaticParams` only where they are declared."""
    return found.version >= _SINCE[found.name] and (found.is_declared or found.name == "generateStaticParams")
