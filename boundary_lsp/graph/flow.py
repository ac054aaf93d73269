"""Beyond names: a server function handed on as a value is followed to where it is used.

`<Row onDelete={remove}/>` makes `onDelete()` inside `Row` a call of `remove` *through* that prop.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.graph.components import Component, Components, PropPlace
from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.objects import out_of_objects, passed_on
from boundary_lsp.graph.token import Token
from boundary_lsp.graph.tokens import TokenIndex
from boundary_lsp.graph.trail import MAX_PROPS, Place, Trail, reference_at
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.views import View
from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, SiteKind
from boundary_lsp.model.program import Reference


class Scene(NamedTuple):
    """Where names are followed: all layers in which they link alike."""

    world: World
    tokens: TokenIndex
    linker: Linker
    layers: int


def scenes_of(world: World, views: Sequence[View]) -> tuple[Scene, ...]:
    return tuple(Scene(world, view.tokens, view.linker, view.layers) for view in views)


def follow(scenes: Sequence[Scene], module: int, key: int) -> Trail:
    """References to the thing `(module, key)`: by its names, and through aliases, objects and props."""
    trail = Trail()
    for scene in scenes:
        components = Components(scene.world.facts, scene.linker, trail.visited)
        world = scene.world._replace(components=components)
        _follow(world, scene.tokens, Place(module, key, "", scene.layers, 0, ()), trail)
    trail.references = _distinct(trail.references)
    return trail


def _follow(world: World, index: TokenIndex, start: Place, trail: Trail) -> None:
    pending = [start]
    seen: set[tuple[int, int, str, int]] = set()
    while pending:
        place = pending.pop()
        if place[:4] not in seen:
            seen.add(place[:4])
            if _is_thing(world, place):
                trail.audiences[place.module] = index.audience(place.module).everyone
            trail.visited.add(place.module)
            for token in _tokens(world, index, place, trail):
                if _is_definition(world, token):
                    pending.extend(_onwards(world, token, place, trail))
                    continue
                if not place.member and _reads_member(index, token):
                    token = token._replace(kind=SiteKind.READ, site=None)
                _add_reference(world, token, place, trail)
                pending.extend(_onwards(world, token, place, trail))
            if not place.member and _is_thing(world, place):
                pending.extend(out_of_objects(world, index, place, trail))
                pending.extend(passed_on(world, index, place))


def _add_reference(world: World, token: Token, place: Place, trail: Trail) -> None:
    """Nothing where none of the layers that are looked at has the token."""
    reference = reference_at(world, token, place)
    if reference.transfers:
        trail.references.append(reference)


def _is_thing(world: World, place: Place) -> bool:
    """The place is the function's own, which other modules can import."""
    if place.key < 0:
        return True
    return world.facts[place.module].interface.bindings[place.key].kind == BindingKind.DECLARATION


def _tokens(world: World, index: TokenIndex, place: Place, trail: Trail) -> list[Token]:
    """The tokens that hold the function: those of the place's binding, or of `binding.member`."""
    binding_kind = world.facts[place.module].interface.bindings[place.key].kind if place.key >= 0 else None
    if place.key >= 0 and binding_kind != BindingKind.DECLARATION:
        tokens = list(index.sites(place.module, place.key))
    else:
        tokens = list(index.tokens(place.module, place.key))
    if not place.member:
        return tokens if not place.through else [t for t in tokens if t.site is not None]
    trail.lost += sum(t.site is not None and not t.site.member and t.kind in _OF_THE_WHOLE for t in tokens)
    if binding_kind != BindingKind.PROP and ("." in place.member or place.member.startswith("*")):
        trail.lost += 1  # sites know one key: `nested.of.save` is one of `nested.of`
    return [t for t in tokens if t.site is not None and t.site.member == place.member]


_OF_THE_WHOLE = frozenset({SiteKind.PASS, SiteKind.READ})
"""`Object.values(record)` and `record[key]` may take any member."""


def _is_definition(world: World, token: Token) -> bool:
    """An inline function without a name of its own, where it is put into a variable, an object or a class."""
    if token.site is None or token.site.flow < 0:
        return False
    facts = world.facts[token.module]
    binding = facts.interface.bindings[token.site.binding]
    nameless = binding.kind == BindingKind.INLINE and not binding.local
    return nameless and facts.uses.flows[token.site.flow].kind in (FlowKind.ALIAS, FlowKind.EXPORT)


def _reads_member(index: TokenIndex, token: Token) -> bool:
    """`const label = save.name` hands on a member of the function, not the function."""
    if token.site is None or not token.site.member or token.kind not in (SiteKind.PASS, SiteKind.BIND):
        return False
    return not index.is_namespace(token.module, token.site.binding)


def _onwards(world: World, token: Token, place: Place, trail: Trail) -> list[Place]:
    if token.site is None or token.site.flow < 0 or token.kind == SiteKind.TYPE:
        return []
    flow = world.facts[token.module].uses.flows[token.site.flow]
    reached = world.reached[token.module][token.declaration] & place.layers
    if flow.kind in (FlowKind.ALIAS, FlowKind.EXPORT) and flow.target >= 0:
        local = world.facts[token.module].interface.bindings[flow.target].local
        member = flow.name if flow.kind == FlowKind.EXPORT else ""
        through = (*place.through, f"{local}.{member}" if member else local)
        layers = place.layers if _is_exported_name(world, token, flow) else reached or place.layers
        return [Place(token.module, flow.target, member, layers, place.props, through)]
    if flow.kind == FlowKind.PROP and flow.target >= 0:
        entered = _component_props(world, token, flow) if place.props < MAX_PROPS else None
        if entered is None:
            trail.lost += 1
            return []
        component, places = entered
        layers = world.doors.through(reached, component.via)
        name = f"{world.modules[component.module]}#{world.components.name(component)}.{flow.name}"
        through = (*place.through, name)
        return [Place(component.module, p.binding, p.member, layers, place.props + 1, through) for p in places]
    return []


def _is_exported_name(world: World, token: Token, flow: Flow) -> bool:
    return world.facts[token.module].interface.bindings[flow.target].kind == BindingKind.DECLARATION


def _component_props(world: World, token: Token, flow: Flow) -> tuple[Component, list[PropPlace]] | None:
    """The component that gets the function as a prop, and where it keeps it; None where the trail is lost."""
    component = world.components.rendered(token.module, flow)
    places = world.components.prop_places(component, flow.name) if component else None
    return (component, places) if component and places is not None else None


def _distinct(references: list[Reference]) -> list[Reference]:
    """One reference a token: the most direct trail, with the transfers of all; in the order of the text."""
    by_token: dict[tuple[int, int], Reference] = {}
    for reference in sorted(references, key=lambda r: (r.module, r.start, len(r.through), r.through)):
        first = by_token.setdefault((reference.module, reference.start), reference)
        missing = [t for t in reference.transfers if all(t.layer != known.layer for known in first.transfers)]
        if first is not reference and missing:
            merged = tuple(sorted((*first.transfers, *missing), key=lambda t: t.layer))
            by_token[reference.module, reference.start] = Reference(
                first.module, first.start, first.end, first.kind, first.declaration, merged, first.through
            )
    return list(by_token.values())
