"""metadata-in-client: a page or layout of the client exports metadata."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiled_in
from boundary_lsp.rules.leaks import chain_witness
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule

_NAMES = frozenset({"metadata", "generateMetadata"})


def check(context: Context) -> Iterator[Finding]:
    for found in context.everywhere(_in_module, reads_exports):
        yield _finding(context, found)


def _in_module(program: Program, module: int) -> Iterator[ReadExport]:
    if compiled_in(program, module, Environment.CLIENT):
        yield from read_exports(program, module, _NAMES)


RULE = Rule(
    "metadata-in-client", "a page or layout of the client exports metadata", Severity.ERROR, Group.ROUTES, check
)


def _finding(context: Context, found: ReadExport) -> Finding:
    program = context.program
    return Finding(
        RULE.id,
        Severity.ERROR,
        _message(program, found),
        found.file.module,
        found.start,
        found.end,
        ("client",),
        _witness(context, found),
        subject=f"{program.modules[found.file.module]}#{found.name}",
    )


def _message(program: Program, found: ReadExport) -> str:
    if program.directives[found.file.module] == "use client":
        return (
            f"`{found.name}` is read on the server, which cannot read it in a `'use client'` file: the build fails. "
            "Remove the directive, and move what needs the browser into a component that this one renders."
        )
    return (
        f"`{found.name}` is read on the server, but client code imports this file and takes it along: the build fails. "
        "Move what client code needs into a file of its own."
    )


def _witness(context: Context, found: ReadExport) -> tuple[WitnessStep, ...]:
    return chain_witness(context.program, context.chains.to(found.file.module, Environment.CLIENT))
