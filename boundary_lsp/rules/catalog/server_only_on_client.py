"""server-only-on-client: code that needs the server is loaded by the client."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from boundary_lsp.frameworks.environments import SERVER_APIS
from boundary_lsp.frameworks.runtimes import Runtime
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.resolution import LeafKind
from boundary_lsp.rules.leaks import (
    Cut,
    Leak,
    chain_witness,
    cut_of,
    import_span,
    is_used_in,
    leaf_of,
    leaks,
    statement_span,
)
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.runtimes import may_load, missing_in_clients, runtime_of
from boundary_lsp.rules.wording import counted


def check(context: Context) -> Iterator[Finding]:
    """One finding for each import to cut, however much comes in through it; what breaks the build wins over weight."""
    program = context.program
    causes: dict[tuple[Cut, bool], list[Leak]] = defaultdict(list)
    wanted = missing_in_clients(program)
    for leak in leaks(context, wanted):
        if _matters(program, leak) and _is_the_first(context, wanted, leak):
            causes[cut_of(program, leak), _breaks(program, leak)].append(leak)
    for (cut, breaks), found in causes.items():
        if breaks or (cut, True) not in causes:
            yield _finding(program, cut, found, breaks)


RULE = Rule(
    "server-only-on-client",
    "code that needs the server is loaded by the client",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _is_the_first(context: Context, wanted: Mapping[int, frozenset[int]], leak: Leak) -> bool:
    """No import before it on the chain is one already, and the chain begins with what the client loads."""
    layer, first = context.program.layers[leak.chain[-1].layer], leak.chain[0].module
    missing = wanted[layer.index]
    is_first = all(step.module not in missing for step in leak.chain)
    return is_first and (not _runtime(context.program, leak).keeps_apart or may_load(context, first, layer, missing))


def _matters(program: Program, leak: Leak) -> bool:
    """Not where the configuration replaces built-ins; and a polyfill only weighs where code that runs uses it."""
    leaf = leaf_of(program, leak)
    if leaf is None or leaf.kind is not LeafKind.BUILTIN:
        return True
    layer = program.layers[leak.chain[-1].layer]
    if program.applications[layer.application].replaces_builtins:
        return False
    return _breaks(program, leak) or is_used_in(program, leak.module, leak.imported, 1 << layer.index)


def _breaks(program: Program, leak: Leak) -> bool:
    leaf = leaf_of(program, leak)
    return leaf is None or leaf.kind is LeafKind.PACKAGE or leaf.package not in _runtime(program, leak).replaces


def _runtime(program: Program, leak: Leak) -> Runtime:
    return runtime_of(program, program.layers[leak.chain[-1].layer])


def _name(program: Program, leak: Leak) -> str:
    leaf = leaf_of(program, leak)
    return leaf.specifier if leaf is not None else program.modules[leak.target]


def _finding(program: Program, cut: Cut, found: Sequence[Leak], breaks: bool) -> Finding:
    nearest = min(found, key=lambda leak: (len(leak.chain), program.modules[leak.module]))
    leaked_at = import_span(program, nearest.module, nearest.imported)
    witness = chain_witness(program, nearest.chain)
    last = WitnessStep(nearest.module, *leaked_at, f"imports {_name(program, nearest)}, which only the server has")
    return Finding(
        RULE.id,
        Severity.ERROR if breaks else Severity.WARNING,
        _message(program, cut, nearest, len(found) - 1, breaks),
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


def _message(program: Program, cut: Cut, leak: Leak, others: int, breaks: bool) -> str:
    name, runtime = _name(program, leak), _runtime(program, leak)
    direct = leak.module == cut.module and leak.imported == cut.imported
    subject = f"`{name}`" if direct else f"{program.modules[leak.module]} needs `{name}` and"
    more = f" (and {counted(others, 'more import')} like it)" if others else ""
    coming = f"{subject} comes into {runtime.place} through this import{more}"
    if not breaks:
        return (
            f"{coming}: the bundler adds a polyfill that users download. "
            "Cut this import, or use what browsers have built in."
        )
    return f"{coming}, and {_failure(leak, runtime)}. Cut this import: {runtime.remedy}."


def _failure(leak: Leak, runtime: Runtime) -> str:
    return runtime.failure if leak.target < 0 else runtime.failure_of_files
