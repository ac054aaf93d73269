"""arity-mismatch: a call with other arguments than the server function takes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.judgements import Misfit, MisfitKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.endpoints import spoken_name
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.wording import counted, names

_ALIKE = 0.7


def check(context: Context) -> Iterator[Finding]:
    for found in context.wire.misfits:
        if context.chains.to(found.crossing.module, Environment.CLIENT):
            yield _finding(context.program, found)


RULE = Rule(
    "arity-mismatch",
    "a call with other arguments than the server function takes",
    Severity.ERROR,
    Group.WIRE,
    check,
)


def _finding(program: Program, found: Misfit) -> Finding:
    function, module = program.function(found.function), found.crossing.module
    name = spoken_name(function)
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{name} {_trouble(found)}: the call fails when it runs.{_hint(found)}",
        module,
        found.start,
        found.end,
        ("client",),
        (WitnessStep(function.module, function.start, function.end, "the server function"),),
        f"{program.modules[module]} -> {program.function_id(function)} {found.kind} {', '.join(found.names)}",
    )


def _trouble(found: Misfit) -> str:
    said = names([f"`{name}`" for name in found.names])
    match found.kind:
        case MisfitKind.UNKNOWN:
            return f"has no {'parameter' if len(found.names) == 1 else 'parameters'} {said}"
        case MisfitKind.SURPLUS:
            return f"takes {_taken(found)}, and is called with {found.given}"
        case MisfitKind.TWICE:
            return f"is given {said} twice, by position and by name"
        case MisfitKind.MISSING:
            return f"is called without {said}"


def _taken(found: Misfit) -> str:
    """`no argument`, `2 arguments`, `at most 3 arguments by position`."""
    by_position = [one for one in found.parameters if not one.rest and not one.by_name]
    most = "at most " if any(one.optional for one in by_position) else ""
    only = " by position" if len(by_position) < len(found.parameters) else ""
    number = counted(len(by_position), "argument") if by_position else "no argument"
    return f"{most}{number}{only}"


def _hint(found: Misfit) -> str:
    if found.kind is not MisfitKind.UNKNOWN:
        return ""
    known = [one.name for one in found.parameters if not one.rest]
    near = get_close_matches(found.names[0], known, 1, _ALIKE)
    return f" Is it `{near[0]}` that is meant?" if near else ""
