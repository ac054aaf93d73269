"""Names that cross, for an editor that colours them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.linking import Target
from boundary_lsp.graph.names import Names
from boundary_lsp.graph.server_uses import layers_before_clients
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.model.program import Program, Reference, Transfer
from boundary_lsp.model.spans import decode_spans, span_at


class Crossing(StrEnum):
    """How a name crosses: the modifiers of tokens."""

    ENDPOINT = "endpoint"
    """A server function where it is defined."""
    NETWORK = "network"
    """A server function where using it is a request."""
    IN_PROCESS = "inProcess"
    """A server function where it is just called."""
    CLIENT_REFERENCE = "clientReference"
    """On the server, the name of something that lives on the client."""


class Mark(NamedTuple):
    start: int
    end: int
    crossings: tuple[Crossing, ...]


def marks(snapshot: Snapshot, module: int) -> list[Mark]:
    """Of one module, in the order of the text; at most one for each token."""
    names, found = snapshot.names, dict[int, Mark]()
    for mark in (*_defined(names.program, module), *_used(names, module), *_client_references(names, module)):
        found.setdefault(mark.start, mark)
    return [found[start] for start in sorted(found)]


def _defined(program: Program, module: int) -> Iterator[Mark]:
    for function in program.server_functions:
        if function.module == module:
            yield Mark(function.start, function.end, (Crossing.ENDPOINT,))


def _used(names: Names, module: int) -> Iterator[Mark]:
    for use in names.uses.get(module, ()):
        if crossings := _crossings(use.reference):
            yield Mark(use.reference.start, use.reference.end, crossings)


_MODIFIERS = {Transfer.NETWORK: Crossing.NETWORK, Transfer.IN_PROCESS: Crossing.IN_PROCESS}


def _crossings(reference: Reference) -> tuple[Crossing, ...]:
    transfers = {moved.transfer for moved in reference.transfers}
    return tuple(crossing for transfer, crossing in _MODIFIERS.items() if transfer in transfers)


def _client_references(names: Names, module: int) -> Iterator[Mark]:
    program = names.program
    if not program.layer_bits[module] & layers_before_clients(program):
        return
    facts = program.facts[module]
    imported = {n for n, binding in enumerate(facts.interface.bindings) if binding.kind is BindingKind.IMPORT}
    flat = decode_spans(facts).sites
    for index, site in enumerate(facts.uses.sites):
        is_use = site.binding in imported and site.kind is not SiteKind.TYPE
        if is_use and _is_on_client(program, names.linker.member(module, site.binding, site.member)):
            yield Mark(*span_at(flat, index), (Crossing.CLIENT_REFERENCE,))


def _is_on_client(program: Program, target: Target | None) -> bool:
    return target is not None and any(program.directives[entered] == CLIENT for entered in target.via)
