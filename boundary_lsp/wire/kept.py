"""What the next analysis takes over from this one: all that was found out by looking at modules which have not changed.

Every part is kept with the modules that were looked at for it, and holds where none of these is among those that
changed. A part that also depends on something else (a checker's answers, what runs where) is compared by whoever takes
it over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from boundary_lsp.model.crossings import Crossing
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.wire.changes import changed_modules
from boundary_lsp.wire.items import ValuesOf
from boundary_lsp.wire.judged import ModuleJudgement
from boundary_lsp.wire.signatures import SeenFunction
from boundary_lsp.wire.sites import Sites

FunctionKey = tuple[int, str, int]


class Parts(NamedTuple):
    sites: Mapping[int, Sites] = {}
    """By module."""
    modules: Mapping[int, ModuleJudgement] = {}
    functions: Mapping[FunctionKey, SeenFunction] = {}


class Kept(NamedTuple):
    program: Program
    values: Mapping[int, ModuleValues]
    """By module, those that were read."""
    parts: Parts


def key_of(function: ServerFunction) -> FunctionKey:
    """Tells a server function from the others of all programs with the same modules."""
    return function.module, function.name, function.inline


def what_holds(before: Kept | None, program: Program, values: ValuesOf) -> Parts:
    """Of an earlier analysis, what would come out the same for this program."""
    changed = changed_modules(before.program, program, before.values, values) if before is not None else None
    if before is None or changed is None:
        return Parts()
    sites, modules, functions = before.parts
    held = _renumbered(_held(modules, changed), before.program, program)
    return Parts(_held(sites, changed), held, _held(functions, changed))


class _Looking(Protocol):
    @property
    def looked(self) -> frozenset[int]: ...


_Key = TypeVar("_Key")
_Part = TypeVar("_Part", bound=_Looking)


def _held(parts: Mapping[_Key, _Part], changed: frozenset[int]) -> dict[_Key, _Part]:
    return {key: part for key, part in parts.items() if part.looked.isdisjoint(changed)}


def _renumbered(modules: dict[int, ModuleJudgement], before: Program, after: Program) -> dict[int, ModuleJudgement]:
    """Crossings name server functions by their numbers, which are others when there are more or fewer functions."""
    old, new = list(map(key_of, before.server_functions)), list(map(key_of, after.server_functions))
    if old == new:
        return modules
    numbers = {key: number for number, key in enumerate(new)}
    number_now = [numbers.get(key) for key in old]
    return {
        module: _with_numbers(judgement, number_now)
        for module, judgement in modules.items()
        if all(one.function < 0 or number_now[one.function] is not None for one in judgement.evidence.reading.crossings)
    }


def _with_numbers(judgement: ModuleJudgement, numbers: Sequence[int | None]) -> ModuleJudgement:
    reading = judgement.evidence.reading
    now = {one: _with_number(one, numbers) for one in reading.crossings}
    if all(was is is_now for was, is_now in now.items()):
        return judgement
    values = tuple(read._replace(item=read.item._replace(crossing=now[read.item.crossing])) for read in reading.values)
    reading = reading._replace(crossings=tuple(now[one] for one in reading.crossings), values=values)
    troubled = tuple(replace(one, crossing=now[one.crossing]) for one in judgement.troubled)
    return judgement._replace(evidence=judgement.evidence._replace(reading=reading), troubled=troubled)


def _with_number(crossing: Crossing, numbers: Sequence[int | None]) -> Crossing:
    number = numbers[crossing.function] if crossing.function >= 0 else crossing.function
    return crossing if number in (None, crossing.function) else replace(crossing, function=number)
