"""Who uses an endpoint, and how that code is loaded."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.endpoints_page import Chain, Place, Row, Use
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Program, Reference, Role, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.endpoint_words import use_text
from boundary_lsp.reports.places import Places

_MOST_CHAINS = 8
_SIDES = {
    Transfer.NETWORK: "network",
    Transfer.IN_PROCESS: "server",
    Transfer.UNKNOWN: "unknown",
    Transfer.UNREACHED: "dead",
    Transfer.ERASED: "types",
}
"""The strongest first."""
_BY_ROLE = {
    (Role.SCRIPT, "server"): "scripts",
    (Role.TEST, "dead"): "tests",
    (Role.STORY, "dead"): "tests",
}
_BY_HAND = (Role.TEST, Role.STORY, Role.SCRIPT)
_ORDER = ("network", "server", "scripts", "unknown", "tests", "dead", "types")


def uses_of(snapshot: Snapshot, places: Places, references: Iterable[Reference]) -> list[Use]:
    """The most important first; imports are no uses."""
    program = snapshot.program
    found = [(reference, _side(program, reference)) for reference in references if not reference.is_specifier]
    found.sort(key=lambda pair: (_ORDER.index(pair[1]), pair[0].module, pair[0].start))
    return [_use(program, places, *pair) for pair in found]


def place_of(places: Places, module: int, start: int, end: int, text: str) -> Place:
    at = places.range(module, start, end).start
    return Place(places.path(module), at.line, at.column, text)


def short_place(place: Place) -> str:
    """`ban/route.ts:45`: in Next every other file is called `route.ts`."""
    return f"{'/'.join(place.path.split('/')[-2:])}:{place.line}"


def first_callers(row: Row, most: int) -> tuple[list[Use], int]:
    """The most important ones, and how many there are besides."""
    callers = [use for use in row.uses if use.side != "types"][:most]
    return callers, row.callers - len(callers)


def chains_of(snapshot: Snapshot, places: Places, references: Iterable[Reference]) -> tuple[list[Chain], int]:
    """Of the modules with uses, and how many modules there are besides; tests and scripts are started by hand."""
    program = snapshot.program
    used = (one for one in references if not one.is_specifier and one.kind is not SiteKind.TYPE)
    modules = {use.module: _layer(use) for use in used if program.roles[use.module] not in _BY_HAND}
    shown = sorted(modules)[:_MOST_CHAINS]
    found = [Chain(places.path(module), _steps(snapshot, places, module, modules[module])) for module in shown]
    return found, len(modules) - len(shown)


def way_to_browser(snapshot: Snapshot, places: Places, module: int) -> list[str]:
    """The steps from an entry point to a module where the browser loads it; empty where that is not known."""
    chain = snapshot.names.chains.to(module, Environment.CLIENT)
    return _steps(snapshot, places, module, chain[-1].layer) if chain else []


def _side(program: Program, use: Reference) -> str:
    if use.kind is SiteKind.TYPE:
        return "types"
    transfers = {moved.transfer for moved in use.transfers}
    side = next((side for transfer, side in _SIDES.items() if transfer in transfers), "unknown")
    return _BY_ROLE.get((program.roles[use.module], side), side)


def _use(program: Program, places: Places, use: Reference, side: str) -> Use:
    declarations = program.facts[use.module].interface.declarations
    within = declarations[use.declaration].name if 0 <= use.declaration < len(declarations) else ""
    text = use_text(use.kind, side, within)
    return Use(place_of(places, use.module, use.start, use.end, text), within, side, list(use.through))


def _steps(snapshot: Snapshot, places: Places, module: int, layer: int) -> list[str]:
    chains, layers = snapshot.names.chains, snapshot.program.layers
    chain = chains.in_layer(module, layer) if layer >= 0 else chains.to(module)
    steps, environment = [], Environment.SERVER
    for step in chain:
        now = layers[step.layer].environment
        begins = now is Environment.CLIENT and environment is not now
        steps.append(f"{'(browser) ' if begins else ''}{places.path(step.module)}")
        environment = now
    return steps


def _layer(use: Reference) -> int:
    """The layer in which the most important happens."""
    order = list(_SIDES)
    return min(use.transfers, key=lambda moved: order.index(moved.transfer)).layer if use.transfers else -1
