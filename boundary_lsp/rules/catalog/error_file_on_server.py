"""error-file-on-server: an error boundary that is no client component."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.frameworks.next import COMPILED_EXTENSIONS
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import FileKind, Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.directing import client_module
from boundary_lsp.rules.named_files import named_files
from boundary_lsp.rules.rule import Context, Group, Rule


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, named_files)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    path = program.modules[module]
    for file in program.named(module):
        if file.kind is FileKind.ERROR and path.endswith(COMPILED_EXTENSIONS) and not _is_client(program, module):
            yield Finding(
                RULE.id,
                Severity.ERROR,
                f"{path.rpartition('/')[2]} catches errors in the browser, so the build fails where it is not client "
                "code. Put `'use client'` at the top.",
                module,
                *_place(program, module),
                ("server",),
                subject=path,
                fix=client_module(program, module, safe=True),
            )


RULE = Rule(
    "error-file-on-server", "an error boundary that is no client component", Severity.ERROR, Group.ROUTES, check
)


def _is_client(program: Program, module: int) -> bool:
    return program.facts[module].interface.directive == "use client"


def _place(program: Program, module: int) -> tuple[int, int]:
    """The default export, which has to become client code. Next points at the first statement, whatever it is."""
    facts = program.facts[module]
    exported = [index for index, export in enumerate(facts.interface.exports) if export.name == "default"]
    return span_at(decode_spans(facts).exports, exported[0]) if exported else (0, 0)
