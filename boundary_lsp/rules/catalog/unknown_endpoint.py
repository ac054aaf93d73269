"""unknown-endpoint: a call by a name that no function is registered under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from difflib import get_close_matches

from boundary_lsp.graph.by_name import NamedUse
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.called_names import Said, calling, said
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import names

_ALIKE = 0.8


def check(context: Context) -> Iterator[Finding]:
    """Silent where functions may be registered by what is not here, and where an application registers none."""
    program = context.program
    known: Mapping[int, set[str]] = defaultdict(set)
    rows = [row for found in context.outline.tables.of(said, calling).values() for row in found]
    for row in rows:
        known[row.application].update(row.names)
    is_open = {row.application for row in rows if row.is_open}
    for row in rows:
        application = row.application
        if known[application] and application not in is_open and not program.applications[application].is_open:
            yield from (_finding(program, use, known[application]) for use in _unknown(row, known[application]))


RULE = Rule(
    "unknown-endpoint",
    "a call by a name that no function is registered under",
    Severity.ERROR,
    Group.ENDPOINTS,
    check,
)


def _unknown(row: Said, known: Set[str]) -> Iterator[NamedUse]:
    for use in row.uses:
        if use.names and known.isdisjoint(use.names):
            yield use


def _finding(program: Program, use: NamedUse, known: Collection[str]) -> Finding:
    module, path = use.token.module, program.modules[use.token.module]
    said = names([f"`{name}`" for name in use.names])
    near = get_close_matches(use.names[0], sorted(known), 1, _ALIKE)
    hint = f" Is it `{near[0]}` that is meant?" if near else ""
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"no function of this application is registered as {said}: the call fails when it runs.{hint}",
        module,
        *use.token.span,
        subject=f"{path} -> {', '.join(use.names)}",
    )
