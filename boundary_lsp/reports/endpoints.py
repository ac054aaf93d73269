"""Server functions as the network sees them."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.reports.places import Places, header
from boundary_lsp.reports.references import described
from boundary_lsp.wire.arrival import arrival


def endpoints_answer(
    snapshot: Snapshot, functions: Iterable[int], comparison: report.Comparison | None = None
) -> report.EndpointsAnswer:
    """`functions` are the numbers of those to be reported."""
    places = Places(snapshot)
    return report.EndpointsAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        endpoints=[_endpoint(snapshot, places, number) for number in functions],
        comparison=comparison,
    )


def _endpoint(snapshot: Snapshot, places: Places, number: int) -> report.Endpoint:
    function = snapshot.program.server_functions[number]
    signature = arrival(snapshot.program, snapshot.wire, function)
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
        parameters=signature.parameters,
        returns=signature.returns,
        result=signature.result,
    )
