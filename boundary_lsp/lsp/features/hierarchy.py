"""Who calls whom."""

from __future__ import annotations

from lsprotocol import types

from boundary_lsp.ide.hierarchy import Call, Item, crosses, hierarchy_item, incoming, outgoing
from boundary_lsp.lsp.query import Query


def at_position(query: Query, params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
    item = hierarchy_item(query.snapshot, query.module, query.offset(params.position))
    if item is None or not (query.features.every_name or crosses(query.snapshot, item)):
        return None
    return [_item(query, item, "server function" if item.is_server_function else "")]


def callers(query: Query, params: types.CallHierarchyIncomingCallsParams) -> list[types.CallHierarchyIncomingCall]:
    calls = incoming(query.snapshot, query.module, _name(params.item))
    return [types.CallHierarchyIncomingCall(_caller(query, call), _ranges(query, call)) for call in calls]


def called(query: Query, params: types.CallHierarchyOutgoingCallsParams) -> list[types.CallHierarchyOutgoingCall]:
    calls = outgoing(query.snapshot, query.module, _name(params.item))
    return [types.CallHierarchyOutgoingCall(_caller(query, call), _ranges(query, call)) for call in calls]


def _name(item: types.CallHierarchyItem) -> str:
    return item.data if isinstance(item.data, str) else ""


def _caller(query: Query, call: Call) -> types.CallHierarchyItem:
    return _item(query, call.item, call.said)


def _item(query: Query, item: Item, detail: str) -> types.CallHierarchyItem:
    here = query.range(item.place)
    kind = types.SymbolKind.Function if item.name else types.SymbolKind.Module
    return types.CallHierarchyItem(
        item.label, kind, query.uri(item.module), here, here, detail=detail or None, data=item.name
    )


def _ranges(query: Query, call: Call) -> list[types.Range]:
    return [query.range(place) for place in call.places]
