"""Where a name is used, made, and run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lsprotocol import types

from boundary_lsp.ide.definition import definition, implementation, implementation_beyond_names
from boundary_lsp.ide.highlight import highlights
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.references import beyond_names, references
from boundary_lsp.ide.server_functions import uses_behind
from boundary_lsp.lsp.parameters import PositionParameters
from boundary_lsp.lsp.query import Query
from boundary_lsp.model.program import Reference


def at_position(query: Query, params: types.ReferenceParams) -> list[types.Location] | None:
    """Those that the language's own server does not find; all of them where nobody else is asked."""
    found = references(query.snapshot, query.module, query.offset(params.position))
    if found is None:
        return None
    if not (query.features.all_references or found.is_by_string):
        return [query.location(place) for place in _places(beyond_names(query.snapshot, found))]
    declared = [found.declaration] if found.declaration is not None and params.context.include_declaration else []
    return [query.location(place) for place in (*declared, *_places(found.references))]


def by_transfer(query: Query, params: PositionParameters) -> dict[str, Any] | None:
    """None where no server function is meant."""
    position = types.Position(params.position.line, params.position.character)
    found = uses_behind(query.snapshot, query.module, query.offset(position))
    if found is None:
        return None
    groups = [
        {"transfer": transfer.value, "locations": [query.location(place) for place in _places(uses)]}
        for transfer, uses in found.items()
    ]
    return {"groups": groups}


def definitions(query: Query, params: types.DefinitionParams) -> list[types.Location]:
    found = definition(query.snapshot, query.module, query.offset(params.position))
    return [query.location(place) for place in found]


def implementations(query: Query, params: types.ImplementationParams) -> list[types.Location]:
    look = implementation if query.features.every_name else implementation_beyond_names
    found = look(query.snapshot, query.module, query.offset(params.position))
    return [query.location(place) for place in found]


def highlighted(query: Query, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    found = highlights(query.snapshot, query.module, query.offset(params.position))
    return [
        types.DocumentHighlight(
            query.range(Place(query.module, one.start, one.end)),
            types.DocumentHighlightKind.Write if one.is_declaration else types.DocumentHighlightKind.Read,
        )
        for one in found
    ]


def _places(found: Iterable[Reference]) -> list[Place]:
    return [Place(one.module, one.start, one.end) for one in found]
