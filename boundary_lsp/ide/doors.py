"""Every door of a root: the endpoints that the client sees of the server, and what the server sees of the client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.client_references import ClientReference, client_references
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.transfers import uses_by_transfer
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction, Transfer


class Endpoint(NamedTuple):
    id: str
    """`path#name`."""
    name: str
    place: Place
    liveness: Liveness
    published: Publication
    network: int
    """Uses over the network."""
    in_process: int


class Doors(NamedTuple):
    endpoints: tuple[Endpoint, ...]
    """By module and place."""
    liveness: Mapping[Liveness, int]
    """How many endpoints there are of each, those of which there are none included."""
    client_references: tuple[ClientReference, ...]
    """By module and place."""


def doors(snapshot: Snapshot, covers: Callable[[str], bool]) -> Doors:
    """Of the modules whose path is covered."""
    program = snapshot.program
    functions = (f for f in program.server_functions if covers(program.modules[f.module]))
    endpoints = sorted((_endpoint(program, f) for f in functions), key=lambda one: one.place)
    counts = Counter(one.liveness for one in endpoints)
    clients = (module for module in sorted(program.client_modules) if covers(program.modules[module]))
    return Doors(
        tuple(endpoints),
        {liveness: counts[liveness] for liveness in Liveness},
        tuple(reference for module in clients for reference in client_references(snapshot, module)),
    )


def _endpoint(program: Program, function: ServerFunction) -> Endpoint:
    uses = uses_by_transfer(function.references)
    return Endpoint(
        program.function_id(function),
        function.name,
        Place(function.module, function.start, function.end),
        function.liveness,
        function.published,
        len(uses.get(Transfer.NETWORK, ())),
        len(uses.get(Transfer.IN_PROCESS, ())),
    )
