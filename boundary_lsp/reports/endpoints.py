"""Server functions as the network sees them."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.facts import Signature
from boundary_lsp.model.program import ServerFunction
from boundary_lsp.reports.places import Places, header
from boundary_lsp.reports.references import described


def endpoints_answer(snapshot: Snapshot, functions: Collection[ServerFunction]) -> report.EndpointsAnswer:
    """`functions` are those to be reported."""
    places = Places(snapshot)
    return report.EndpointsAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        endpoints=[_endpoint(snapshot, places, function) for function in functions],
    )


def _endpoint(snapshot: Snapshot, places: Places, function: ServerFunction) -> report.Endpoint:
    signature = _signature(snapshot, function)
    names = places.application_names()
    return report.Endpoint(
        id=snapshot.program.function_id(function),
        path=places.path(function.module),
        name=function.name,
        range=places.range(function.module, function.start, function.end),
        inline=function.inline >= 0,
        applications={names[index]: liveness.value for index, liveness in function.by_application.items()},
        liveness=function.liveness.value,
        published=function.published.value,
        references=described(snapshot, places, function.references),
        parameters=[report.Parameter(p.name, p.type) for p in signature.parameters] if signature else [],
        returns=signature.returns if signature else "",
    )


def _signature(snapshot: Snapshot, function: ServerFunction) -> Signature | None:
    for signature in snapshot.program.facts[function.module].values.signatures:
        own = signature.inline < 0 and signature.declaration == function.declaration
        if signature.inline == function.inline >= 0 or (function.inline < 0 and own):
            return signature
    return None
