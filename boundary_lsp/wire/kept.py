"""What the next analysis takes over from this one: all that was found out by looking at modules which have not changed.

Every part is kept with the modules that were looked at for it, and holds where none of these is among those that
changed. A part that also depends on something else (a checker's answers, what runs where) is compared by whoever takes
it over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from boundary_lsp.graph.table import differing
from boundary_lsp.model.crossings import Crossing
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.wire.changes import changed_modules
from boundary_lsp.wire.judged import ModuleJudgement
from boundary_lsp.wire.signatures import SeenFunction
from boundary_lsp.wire.sites import Sites

FunctionKey = tuple[int, str, int]


class Parts(NamedTuple):
    sites: Mapping[int, Sites] = {}
    """By module."""
    modules: Mapping[int, ModuleJudgement] = {}
    functions: Mapping[FunctionKey, SeenFunction] = {}
    crossings: Mapping[int, tuple[Crossing, ...]] = {}
    """By the number of the server function that they are about."""


class Kept(NamedTuple):
    program: Program
    values: Mapping[int, ModuleValues]
    """By module, those that were read."""
    parts: Parts


_key_of = attrgetter("module", "name", "inline")


def key_of(function: ServerFunction) -> FunctionKey:
    """Tells a server function from the others of all programs with the same modules."""
    key: FunctionKey = _key_of(function)
    return key


def comparable(before: Kept | None, program: Program) -> Kept | None:
    """None where nothing of it can hold for that program."""
    was = before.program if before is not None else program
    same = (was.modules, was.layers, was.applications) == (program.modules, program.layers, program.applications)
    return before if same else None


def what_holds(before: Kept | None, program: Program, revalued: Iterable[int]) -> Parts:
    """Of an earlier analysis, what would come out the same for this program.

    `revalued`: modules whose values differ."""
    if before is None:
        return Parts()
    was = before.program
    changed = changed_modules(was, program, revalued)
    elsewhere = differing(was.reached, program.reached) | differing(was.layer_bits, program.layer_bits)
    sites, modules, functions, crossings = before.parts
    held = _renumbered(_held(modules, changed), was, program)
    same = _same_functions(was.server_functions, program.server_functions, changed | elsewhere)
    kept_sites = {module: one for module, one in _held(sites, changed).items() if module not in elsewhere}
    return Parts(kept_sites, held, _held(functions, changed), {number: crossings[number] for number in same})


class _Looking(Protocol):
    @property
    def looked(self) -> frozenset[int]: ...


_Key = TypeVar("_Key")
_Part = TypeVar("_Part", bound=_Looking)


def _held(parts: Mapping[_Key, _Part], changed: frozenset[int]) -> dict[_Key, _Part]:
    return {key: part for key, part in parts.items() if part.looked.isdisjoint(changed)}


def _same_functions(before: Sequence[ServerFunction], after: Sequence[ServerFunction], changed: Set[int]) -> list[int]:
    """The numbers of those that are the very same, in modules that are as they were."""
    pairs = enumerate(zip(before, after, strict=False))
    return [number for number, (was, now) in pairs if was is now and now.module not in changed]


def _renumbered(modules: dict[int, ModuleJudgement], before: Program, after: Program) -> dict[int, ModuleJudgement]:
    """Crossings name server functions by their numbers, which are others when there are more or fewer functions."""
    old, new = list(map(_key_of, before.server_functions)), list(map(_key_of, after.server_functions))
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
    misfits = tuple(replace(one, crossing=now[one.crossing]) for one in reading.misfits)
    reading = reading._replace(
        crossings=tuple(now[one] for one in reading.crossings), values=values, misfits=misfits, given=None
    )
    troubled = tuple(replace(one, crossing=now[one.crossing]) for one in judgement.troubled)
    return judgement._replace(evidence=judgement.evidence._replace(reading=reading), troubled=troubled)


def _with_number(crossing: Crossing, numbers: Sequence[int | None]) -> Crossing:
    number = numbers[crossing.function] if crossing.function >= 0 else crossing.function
    return crossing if number in (None, crossing.function) else replace(crossing, function=number)
