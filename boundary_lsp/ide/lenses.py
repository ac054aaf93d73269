"""What stands above a server function or a client component: who uses it, and across what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.server_uses import ServerUse, server_uses
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.transfers import WORDS
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import SiteKind, decode_spans, span_at
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
    if program.directives[module] == CLIENT:
        found += _of_components(snapshot, module)
    return sorted(found, key=lambda lens: lens.place)


_RENDERS = frozenset({SiteKind.RENDER, SiteKind.REEXPORT})
_CALLS = frozenset({SiteKind.CALL, SiteKind.FORM_ACTION})
_IN_ORDER = (Transfer.NETWORK, Transfer.IN_PROCESS, Transfer.UNKNOWN, Transfer.UNREACHED)
_TESTS = "in tests and stories"


def _of_function(program: Program, function: ServerFunction) -> Lens:
    groups = grouped_uses(program, function.references)
    uses = [reference for group in groups.values() for reference in group]
    noun = "call" if all(reference.kind in _CALLS for reference in uses) else "use"
    place = Place(function.module, function.start, function.end)
    if not uses or function.liveness is Liveness.USED_OUTSIDE:
        return Lens(place, MEANING[function.liveness], _places(uses))
    words = [f"{len(group)} {how}" for how, group in groups.items()]
    first, how = next((len(group), how) for how, group in groups.items())
    return Lens(place, ", ".join((f"{counted(first, noun)} {how}", *words[1:])), _places(uses))


def grouped_uses(program: Program, references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """By what happens there, in words: neither imports nor types. What crosses in one layer is told as that."""
    groups: dict[str, list[Reference]] = {}
    uses = [r for r in references if not r.is_specifier and r.kind is not SiteKind.TYPE]
    for transfer in _IN_ORDER:
        for reference in uses:
            if _strongest(reference) is transfer:
                is_test = transfer is Transfer.UNREACHED and program.roles[reference.module] in (Role.TEST, Role.STORY)
                groups.setdefault(_TESTS if is_test else WORDS[transfer], []).append(reference)
    return groups


def _strongest(reference: Reference) -> Transfer | None:
    found = {moved.transfer for moved in reference.transfers}
    return next((transfer for transfer in _IN_ORDER if transfer in found), None)


def _places(references: Iterable[Reference]) -> tuple[Place, ...]:
    return tuple(Place(r.module, r.start, r.end) for r in references)


def _of_components(snapshot: Snapshot, module: int) -> Iterator[Lens]:
    """Exports of a `'use client'` module that server code uses. Nothing is said where only client code does."""
    facts = snapshot.program.facts[module]
    spans = decode_spans(facts).exports
    uses = server_uses(snapshot.names, module)
    is_entry = is_rendered_by_framework(snapshot.program, module)
    for index, export in enumerate(facts.interface.exports):
        here = [use for use in uses if use.name == export.name]
        by_framework = is_entry and export.name == "default"
        if here or by_framework:
            place = Place(module, *span_at(spans, index))
            targets = tuple(Place(use.module, use.start, use.end) for use in here)
            yield Lens(place, used_by(here, by_framework), targets)


def is_rendered_by_framework(program: Program, module: int) -> bool:
    """An entry point that is a door itself: a page that is marked `'use client'`."""
    return any(door.source < 0 and door.target == module for door in program.doors)


def used_by(uses: Sequence[ServerUse], by_framework: bool) -> str:
    """`rendered by the framework and by 2 server modules`."""
    modules = len({use.module for use in uses})
    verb = "rendered" if by_framework or any(use.kind in _RENDERS for use in uses) else "used"
    who = ["the framework"] if by_framework else []
    who += [counted(modules, "server module")] if modules else []
    return f"{verb} by {' and by '.join(who)}"
