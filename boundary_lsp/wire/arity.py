"""Whether the arguments of a call are those that the server function takes, where only the running program asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.profile import Profile
from boundary_lsp.frameworks.wires import wire_of
from boundary_lsp.model.crossings import Crossing, CrossingKind
from boundary_lsp.model.dotted import dotted_name
from boundary_lsp.model.judgements import Misfit, MisfitKind
from boundary_lsp.model.program import FunctionKey, Program, ServerFunction
from boundary_lsp.model.value_expressions import FunctionParameter
from boundary_lsp.model.values import Argument, CallSite


def refusing_calls(program: Program, crossings: Sequence[Crossing]) -> Iterator[tuple[Crossing, ServerFunction]]:
    """Of one module, the calls of exactly one function each that fail where arguments do not fit."""
    calls: dict[int, dict[FunctionKey, Crossing]] = {}
    for one in crossings:
        if one.kind is CrossingKind.ARGUMENTS and one.function is not None:
            calls.setdefault(one.start, {}).setdefault(one.function, one)
    for called in calls.values():
        key, crossing = next(iter(called.items()))
        if len(called) == 1 and _is_refused(program, crossing.application, program.function(key)):
            yield crossing, program.function(key)


def misfit(
    crossing: Crossing, function: FunctionKey, call: CallSite, parameters: Sequence[FunctionParameter]
) -> Misfit | None:
    """The first thing that is wrong, if there is any; what a spread brings is not known, and may be right."""
    if any(argument.spread for argument in call.arguments):
        return None
    given = [one for one in call.arguments if not one.name]
    named = [one for one in call.arguments if one.name]
    kind, names, place = _found(given, named, parameters) or (None, (), None)
    if kind is None:
        return None
    start, end = (place.start, place.end) if place is not None else (crossing.start, crossing.end)
    return Misfit(crossing, function, kind, names, len(given), tuple(parameters), start, end)


_Found = tuple[MisfitKind, tuple[str, ...], Argument | None]


def _found(given: list[Argument], named: list[Argument], parameters: Sequence[FunctionParameter]) -> _Found | None:
    by_position = [one for one in parameters if not one.rest and not one.by_name]
    by_name = [one for one in parameters if not one.rest]
    takes_any_name = any(one.rest and one.by_name for one in parameters)
    takes_any_number = any(one.rest and not one.by_name for one in parameters)
    unknown = [one for one in named if one.name not in {known.name for known in by_name}]
    if unknown and not takes_any_name:
        return MisfitKind.UNKNOWN, tuple(one.name for one in unknown), unknown[0]
    if len(given) > len(by_position) and not takes_any_number:
        return MisfitKind.SURPLUS, (), given[len(by_position)]
    filled = {one.name for one in by_position[: len(given)]}
    twice = [one for one in named if one.name in filled]
    if twice and not takes_any_name:
        return MisfitKind.TWICE, tuple(one.name for one in twice), twice[0]
    filled |= {one.name for one in named}
    missing = tuple(one.name for one in by_name if not one.optional and one.name not in filled)
    return (MisfitKind.MISSING, missing, None) if missing else None


def _is_refused(program: Program, number: int, function: ServerFunction) -> bool:
    application = program.applications[number]
    row, profile = wire_of(application), PROFILES[application.framework]
    is_refusing = row is not None and row.refuses_arguments
    return is_refusing and _is_called_as_declared(program, profile, function)


def _is_called_as_declared(program: Program, profile: Profile, function: ServerFunction) -> bool:
    """`@validated` above a function may be called with what it likes."""
    interface = program.facts[function.module].interface
    known = {name for one in profile.registrations for name in one.decorators}.union(profile.plain_decorators)
    above = [one for one in interface.decorators if one.path == function.name]
    return all(dotted_name(interface, one.binding, one.member) in known for one in above)
