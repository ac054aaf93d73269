"""Where a function goes without its name: inside a module that is handed on, and into the endpoints made of it."""

from __future__ import annotations

from msgspec.structs import replace

from boundary_lsp.graph.linking import reexport_key
from boundary_lsp.graph.token import Token
from boundary_lsp.graph.tokens import TokenIndex
from boundary_lsp.graph.trail import Place, Trail, reference_at
from boundary_lsp.graph.transfers import World
from boundary_lsp.model.facts import FlowKind, SiteKind
from boundary_lsp.model.program import LayerTransfer, Reference, Transfer


def out_of_objects(world: World, index: TokenIndex, place: Place, trail: Trail) -> list[Place]:
    """From a module handed on as an object into the alias that holds it; elsewhere the trail is lost."""
    found: list[Place] = []
    for token, name in index.escapes(place.module, place.key):
        if token.kind == SiteKind.TYPE:
            continue
        inside = _holding(world, token, name, place) if name else None
        if inside is None:
            trail.lost += 1
            trail.references.append(_whole(world, token, place))
        else:
            found.extend(inside)
    return found


def _holding(world: World, token: Token, name: str, place: Place) -> list[Place] | None:
    if token.site is None or token.site.flow < 0 or token.site.member:
        return None
    flow = world.facts[token.module].uses.flows[token.site.flow]
    if flow.kind == FlowKind.ALIAS and flow.target >= 0:
        local = world.facts[token.module].interface.bindings[flow.target].local
        through = (*place.through, f"{local}.{name}")
        return [Place(token.module, flow.target, name, place.layers, place.props, through)]
    return None


def _whole(world: World, token: Token, place: Place) -> Reference:
    """A use of the object: on the client it may call the function, on the server nobody can say."""
    lost = Transfer.UNKNOWN
    found = reference_at(world, token._replace(kind=SiteKind.PASS, site=None), place)
    moved = tuple(
        LayerTransfer(one.layer, lost) if one.transfer is Transfer.IN_PROCESS else one for one in found.transfers
    )
    return replace(found, transfers=moved, through=(*place.through, "*"))


def passed_on(world: World, index: TokenIndex, place: Place) -> list[Place]:
    """Into the endpoint that another `'use server'` module makes of the function by re-exporting it."""
    found = []
    for module, export in index.passed_on(place.module, place.key):
        name = world.facts[module].interface.exports[export].name
        through = (*place.through, f"{world.modules[module]}#{name}")
        found.append(Place(module, reexport_key(export), "", place.layers, place.props, through))
    return found
