"""duplicate-endpoint: several functions are registered under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.graph.registered import name_of, registering
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.called_names import calling, is_broken, registrar_of
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import names


class _Registering(NamedTuple):
    """A decorator that surely registers, and is alone with its name in its namespace."""

    application: int
    kind: tuple[str, ...]
    """Names are unique among what is registered so."""
    name: str
    module: int
    start: int
    end: int


def check(context: Context) -> Iterator[Finding]:
    known: Mapping[tuple[int, tuple[str, ...], str], list[_Registering]] = defaultdict(list)
    for row in context.everywhere(_in_module, calling):
        known[row.application, row.kind, row.name].append(row)
    for rows in known.values():
        if len(rows) > 1:
            yield _finding(context.program, rows)


RULE = Rule(
    "duplicate-endpoint",
    "several functions that are registered under one name",
    Severity.WARNING,
    Group.ENDPOINTS,
    check,
)


def _in_module(program: Program, module: int) -> Iterator[_Registering]:
    """Of modules that the framework itself loads on the server, whatever else runs."""
    registrar, facts = registrar_of(program, module), program.facts[module]
    if registrar is None or is_broken(facts) or not _is_started(program, module):
        return
    for index, decorator, rule in registering(registrar, facts.interface):
        if rule.replaces and not decorator.is_computed and not decorator.is_inside:
            span = span_at(decode_spans(facts).decorators, index)
            yield _Registering(registrar.application, rule.decorators, name_of(decorator), module, *span)


def _is_started(program: Program, module: int) -> bool:
    layers = program.layers_of(program.entry_bits[module])
    return any(layer.environment is Environment.SERVER for layer in layers)


def _finding(program: Program, rows: Sequence[_Registering]) -> Finding:
    """Within a module it is known which one is left: the last."""
    of_first = [row for row in rows if row.module == rows[0].module]
    is_one_module = len(of_first) == len(rows)
    told, *others = rows if is_one_module else [rows[-1], *rows[:-1]]
    message = _shadowed(told) if is_one_module else _ambiguous(program, told, others)
    steps = tuple(WitnessStep(row.module, row.start, row.end, "registered here, too") for row in others)
    subject = f"{program.modules[told.module]}: {told.name}"
    return Finding(
        RULE.id, RULE.severity, message, told.module, told.start, told.end, ("server",), steps, subject=subject
    )


def _shadowed(told: _Registering) -> str:
    return (
        f"another function is registered as `{told.name}` below, and takes the place of this one: no call comes here. "
        "Give it a name of its own, or delete it."
    )


def _ambiguous(program: Program, told: _Registering, others: Sequence[_Registering]) -> str:
    modules = sorted({program.modules[row.module] for row in others})
    register = "registers" if len(modules) == 1 else "register"
    return (
        f"{names(modules)} {register} a function as `{told.name}`, too: only the one that is loaded last is called. "
        "Give each a name of its own."
    )
