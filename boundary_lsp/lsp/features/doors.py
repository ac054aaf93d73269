"""The doors of every root, and what is known of each endpoint."""

from __future__ import annotations

from typing import Any

import msgspec

from boundary_lsp.ide.client_references import ClientReference, modules_of
from boundary_lsp.ide.doors import Doors, Endpoint, doors
from boundary_lsp.lsp.parameters import Parameters
from boundary_lsp.lsp.query import Query
from boundary_lsp.reports.endpoints import endpoints_answer


def of_root(query: Query, _: Parameters) -> list[dict[str, Any]]:
    """In the folders that are open."""
    return [{"uri": query.uri_at(""), **_told(query, doors(query.snapshot, query.covers))}]


def report_of_root(query: Query, _: Parameters) -> list[dict[str, Any]]:
    """As `boundary endpoints` has it of the folders that are open."""
    program = query.snapshot.program
    functions = enumerate(program.server_functions)
    covered = (number for number, function in functions if query.covers(program.modules[function.module]))
    return [{"uri": query.uri_at(""), "report": msgspec.to_builtins(endpoints_answer(query.snapshot, covered))}]


def together(roots: list[dict[str, Any]]) -> dict[str, Any]:
    return {"roots": sorted(roots, key=lambda root: root["uri"])}


def _told(query: Query, found: Doors) -> dict[str, Any]:
    return {
        "liveness": {liveness.value: count for liveness, count in found.liveness.items()},
        "endpoints": [_endpoint(query, one) for one in found.endpoints],
        "clientReferences": [_reference(query, one) for one in found.client_references],
    }


def _endpoint(query: Query, one: Endpoint) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "uri": query.uri(one.place.module),
        "range": query.range(one.place),
        "liveness": one.liveness.value,
        "published": one.published.value,
        "callers": {"network": one.network, "inProcess": one.in_process},
    }


def _reference(query: Query, one: ClientReference) -> dict[str, Any]:
    return {
        "id": f"{query.snapshot.program.modules[one.place.module]}#{one.name}",
        "name": one.name,
        "uri": query.uri(one.place.module),
        "range": query.range(one.place),
        "renderedBy": modules_of(one.uses),
        "byFramework": one.by_framework,
    }
