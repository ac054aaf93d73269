"""server-only-on-client: code that needs the server is in the client bundle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from boundary_lsp.frameworks.environments import SERVER_APIS, SERVER_ONLY_PACKAGES
from boundary_lsp.frameworks.runtimes import Runtime
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.rules.leaks import Cut, Leak, Leaks, chain_witness, cut_of, import_span, is_used_in, statement_span
from boundary_lsp.rules.outline import Chained
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.runtimes import is_missing, runtime_of
from boundary_lsp.rules.wording import counted


class _Cause(NamedTuple):
    """Why the build breaks, or grows, and what comes in that way."""

    cut: Cut
    breaks: bool
    leak: Leak
    runtime: Runtime


def check(context: Context) -> Iterable[Finding]:
    """One finding for each import to cut, however much comes in through it; what breaks the build wins over weight."""
    found: dict[Cut, list[_Cause]] = defaultdict(list)
    for cause in chain.from_iterable(context.outline.chained.of(_causes, _LEAKS.importing).values()):
        found[cause.cut].append(cause)
    return context.told(_worst, found)


RULE = Rule(
    "server-only-on-client",
    "code that needs the server is in the client bundle",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _is_server_only(leaf: Leaf) -> bool:
    return leaf.kind is LeafKind.BUILTIN or (leaf.kind is LeafKind.PACKAGE and leaf.specifier in SERVER_ONLY_PACKAGES)


_LEAKS = Leaks(Environment.CLIENT, lambda _: True, _is_server_only)


def _matters(program: Program, runtime: Runtime, leak: Leak) -> bool:
    """Not where the configuration replaces built-ins; and a polyfill only weighs where code that runs uses it."""
    if leak.leaf.kind is not LeafKind.BUILTIN:
        return True
    layer = program.layers[leak.chain[-1].layer]
    if program.applications[layer.application].replaces_builtins:
        return False
    return _breaks(runtime, leak.leaf) or is_used_in(program, leak.module, leak.imported, 1 << layer.index)


def _causes(chained: Chained, module: int) -> Iterator[_Cause]:
    program = chained.program
    for leak in _LEAKS.in_module(chained, module):
        runtime = runtime_of(program, leak.chain[-1].layer)
        if is_missing(program, runtime, module, leak.leaf) and _matters(program, runtime, leak):
            yield _Cause(cut_of(program, leak), _breaks(runtime, leak.leaf), leak, runtime)


def _breaks(runtime: Runtime, leaf: Leaf) -> bool:
    return leaf.kind is LeafKind.PACKAGE or leaf.package not in runtime.replaces


def _worst(program: Program, cut: Cut, causes: Sequence[_Cause]) -> Iterator[Finding]:
    breaks = any(cause.breaks for cause in causes)
    found = [cause for cause in causes if cause.breaks == breaks]
    yield _finding(program, cut, [cause.leak for cause in found], breaks, found[0].runtime)


def _finding(program: Program, cut: Cut, found: Sequence[Leak], breaks: bool, runtime: Runtime) -> Finding:
    nearest = min(found, key=lambda leak: (len(leak.chain), program.modules[leak.module]))
    leaked_at = import_span(program, nearest.module, nearest.imported)
    witness = chain_witness(program, nearest.chain)
    last = WitnessStep(nearest.module, *leaked_at, f"imports {nearest.leaf.specifier}, which only the server has")
    return Finding(
        RULE.id,
        Severity.ERROR if breaks else Severity.WARNING,
        _message(program, runtime, cut, nearest, len(found) - 1, breaks),
        cut.module,
        *statement_span(program, *cut),
        ("client",),
        (*witness, last),
        f"{program.modules[cut.module]} -> {program.facts[cut.module].interface.imports[cut.imported].specifier}",
        covers=_apis_besides(program, found) if breaks else (),
    )


def _apis_besides(program: Program, found: Sequence[Leak]) -> tuple[str, ...]:
    """What else of the server's the leaked modules use goes with them."""
    paths = sorted({program.modules[leak.module] for leak in found})
    return tuple(
        f"{path} -> {package}#{name}" for path in paths for package in SERVER_APIS for name in SERVER_APIS[package]
    )


def _message(program: Program, runtime: Runtime, cut: Cut, leak: Leak, others: int, breaks: bool) -> str:
    name = leak.leaf.specifier
    direct = leak.module == cut.module and leak.imported == cut.imported
    subject = f"`{name}`" if direct else f"{program.modules[leak.module]} needs `{name}` and"
    more = f" (and {counted(others, 'more import')} like it)" if others else ""
    coming = f"{subject} comes into {runtime.place} through this import{more}"
    if breaks:
        return f"{coming}, and {runtime.failure}. Cut this import: {runtime.remedy}."
    return (
        f"{coming}: the bundler adds a polyfill that users download. "
        "Cut this import, or use what browsers have built in."
    )
