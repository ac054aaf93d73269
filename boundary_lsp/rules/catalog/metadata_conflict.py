"""metadata-conflict: one file exports both `metadata` and `generateMetadata`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import NamedFile, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiled_in
from boundary_lsp.rules.named_files import ReadExport, read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule

_NAMES = frozenset({"metadata", "generateMetadata"})


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    """In a client file `metadata-in-client` tells of both."""
    by_file: dict[NamedFile, list[ReadExport]] = defaultdict(list)
    for found in read_exports(program, module, _NAMES):
        by_file[found.file].append(found)
    for both in by_file.values():
        if len(both) > 1 and compiled_in(program, module, Environment.SERVER):
            yield _finding(program.modules[module], *sorted(both, key=lambda found: found.start))


RULE = Rule(
    "metadata-conflict",
    "one file exports both `metadata` and `generateMetadata`",
    Severity.ERROR,
    Group.ROUTES,
    check,
)


def _finding(path: str, first: ReadExport, second: ReadExport) -> Finding:
    module = first.file.module
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"`{first.name}` and `{second.name}` are two answers to one question, so the build fails. Keep "
        "`generateMetadata`, and let it return what `metadata` says as well.",
        module,
        first.start,
        first.end,
        ("server",),
        (WitnessStep(module, second.start, second.end, "the other one"),),
        subject=path,
    )
