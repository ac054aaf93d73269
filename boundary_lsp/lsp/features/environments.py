"""Which sides modules are on, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boundary_lsp.ide.environments import sides
from boundary_lsp.ide.why import way_text, why
from boundary_lsp.lsp.parameters import DocumentsParameters, EnvironmentParameters
from boundary_lsp.lsp.query import Query


def of_documents(query: Query, params: DocumentsParameters) -> list[dict[str, Any]]:
    """Of those that are modules of this root."""
    program = query.snapshot.program
    modules = ((uri, program.module_index(path)) for uri, path in _wanted(query, params) if query.belongs(path))
    return [_told(query, uri, module) for uri, module in modules if module is not None]


def _wanted(query: Query, params: DocumentsParameters) -> Iterable[tuple[str, str]]:
    """(address, path below the root)."""
    if params.text_documents is None:
        return [(query.uri_at(path), path) for path in query.opened]
    uris = (document.uri for document in params.text_documents)
    return [(uri, path) for uri in uris if (path := query.path_at(uri))]


def _told(query: Query, uri: str, module: int) -> dict[str, Any]:
    found = sides(query.snapshot, module)
    return {
        "uri": uri,
        "environments": [environment.value for environment in found.environments],
        "layers": list(found.layers),
        "directive": found.directive,
        "reachedBy": {environment.value: way for environment, way in found.reached_by.items()},
    }


def chain(query: Query, params: EnvironmentParameters) -> dict[str, Any] | None:
    """None where the module is not in that environment."""
    whys = why(query.snapshot, query.module)
    found = next((one for one in whys if one.environment.value == params.environment), None)
    if found is None:
        return None
    steps = [
        {
            "uri": query.uri(step.module),
            "layer": step.layer,
            "door": step.door.value if step.door else None,
            "from": query.location(step.place),
        }
        for step in found.steps
    ]
    text = way_text(query.snapshot.program, found.steps)
    return {"environment": found.environment.value, "chain": steps, "text": text}
