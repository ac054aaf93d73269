"""What stands above a server function or a client component: who uses it, and across what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.client_references import ClientReference, client_references, used_by
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.transfers import WORDS, uses_by_transfer
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Program, Reference, Role, ServerFunction, Transfer
from boundary_lsp.rules.wording import MEANING, counted


class Lens(NamedTuple):
    place: Place
    title: str
    targets: tuple[Place, ...]
    """What it speaks of, in the order in which it does."""


def lenses(snapshot: Snapshot, module: int) -> list[Lens]:
    """Of one module, in the order of its text."""
    program = snapshot.program
    found = [_of_function(program, f) for f in program.server_functions if f.module == module]
    found += _of_components(client_references(snapshot, module))
    return sorted(found, key=lambda lens: lens.place)


_CALLS = frozenset({SiteKind.CALL, SiteKind.FORM_ACTION})
_TESTS = "in tests and stories"


def _of_function(program: Program, function: ServerFunction) -> Lens:
    groups = _grouped(program, function.references)
    uses = [reference for group in groups.values() for reference in group]
    noun = "call" if all(reference.kind in _CALLS for reference in uses) else "use"
    place = Place(function.module, function.start, function.end)
    if not uses or function.liveness is Liveness.USED_OUTSIDE:
        return Lens(place, MEANING[function.liveness], _places(uses))
    words = [f"{len(group)} {how}" for how, group in groups.items()]
    first, how = next((len(group), how) for how, group in groups.items())
    return Lens(place, ", ".join((f"{counted(first, noun)} {how}", *words[1:])), _places(uses))


def _grouped(program: Program, references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """By what happens there, in words."""
    groups: dict[str, list[Reference]] = {}
    for transfer, uses in uses_by_transfer(references).items():
        for use in uses:
            is_test = transfer is Transfer.UNREACHED and program.roles[use.module] in (Role.TEST, Role.STORY)
            groups.setdefault(_TESTS if is_test else WORDS[transfer], []).append(use)
    return groups


def _places(references: Iterable[Reference]) -> tuple[Place, ...]:
    return tuple(Place(r.module, r.start, r.end) for r in references)


def _of_components(found: Iterable[ClientReference]) -> Iterator[Lens]:
    """One for all that an `export *` offers."""
    for place, group in groupby(found, key=lambda one: one.place):
        references = list(group)
        uses = [use for one in references for use in one.uses]
        targets = sorted({Place(use.module, use.start, use.end) for use in uses})
        yield Lens(place, used_by(uses, any(one.by_framework for one in references)), tuple(targets))
