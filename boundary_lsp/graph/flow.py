"""Beyond names: a server function handed on as a value is followed to where it is used.

`<Row onDelete={remove}/>` makes `onDelete()` inside `Row` a call of `remove` *through* that prop.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from boundary_lsp.graph.components import Component, PropPlace
from boundary_lsp.graph.tokens import Token, TokenIndex
from boundary_lsp.graph.transfers import World, transfers
from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, SiteKind
from boundary_lsp.model.program import Reference

MAX_PROPS = 4
ANYWHERE = -1
"""All layers, as a bit set."""


class _Place(NamedTuple):
    """A binding, or one member of it, that holds the function in some layers."""

    module: int
    key: int
    member: str
    layers: int
    props: int
    through: tuple[str, ...]


@dataclass(slots=True)
class Trail:
    """All references to one function, and whether some trail of it ended where we could not follow."""

    references: list[Reference] = field(default_factory=list)
    lost: int = 0


def follow(world: World, index: TokenIndex, module: int, key: int) -> Trail:
    """References to the thing `(module, key)`: by its names, and through aliases, objects and props."""
    trail = Trail()
    pending = [_Place(module, key, "", ANYWHERE, 0, ())]
    seen: set[tuple[int, int, str, int]] = set()
    while pending:
        place = pending.pop()
        if place[:4] not in seen:
            seen.add(place[:4])
            for token in _tokens(world, index, place, trail):
                if _is_definition(world, token):
                    pending.extend(_onwards(world, token, place, trail))
                    continue
                if not place.member and _reads_member(world, token):
                    token = token._replace(kind=SiteKind.READ, site=None)
                trail.references.append(_reference(world, token, place))
                pending.extend(_onwards(world, token, place, trail))
    trail.references = _distinct(trail.references)
    return trail


def _tokens(world: World, index: TokenIndex, place: _Place, trail: Trail) -> list[Token]:
    """The tokens that hold the function: those of the place's binding, or of `binding.member`."""
    binding_kind = world.facts[place.module].interface.bindings[place.key].kind if place.key >= 0 else None
    if place.key >= 0 and binding_kind != BindingKind.DECLARATION:
        tokens = list(index.sites(place.module, place.key))
    else:
        tokens = list(index.tokens(place.module, place.key))
    if not place.member:
        return tokens if not place.through else [t for t in tokens if t.site is not None]
    held = [t for t in tokens if t.site is not None and t.site.member == place.member]
    whole = [t for t in tokens if t.site is not None and not t.site.member and t.kind == SiteKind.PASS]
    trail.lost += len(whole)
    return held


def _is_definition(world: World, token: Token) -> bool:
    """An inline function without a name of its own, where it is put into a variable, an object or a class."""
    if token.site is None or token.site.flow < 0:
        return False
    facts = world.facts[token.module]
    binding = facts.interface.bindings[token.site.binding]
    nameless = binding.kind == BindingKind.INLINE and not binding.local
    return nameless and facts.uses.flows[token.site.flow].kind in (FlowKind.ALIAS, FlowKind.EXPORT)


def _reads_member(world: World, token: Token) -> bool:
    """`const label = save.name` hands on a member of the function, not the function."""
    if token.site is None or not token.site.member or token.kind not in (SiteKind.PASS, SiteKind.BIND):
        return False
    binding = world.facts[token.module].interface.bindings[token.site.binding]
    return binding.kind != BindingKind.IMPORT or binding.name != "*"


def _reference(world: World, token: Token, place: _Place) -> Reference:
    return Reference(
        module=token.module,
        start=token.span[0],
        end=token.span[1],
        kind=token.kind,
        declaration=token.declaration,
        transfers=transfers(world, token, place.layers),
        through=place.through,
    )


def _onwards(world: World, token: Token, place: _Place, trail: Trail) -> list[_Place]:
    if token.site is None or token.site.flow < 0 or token.kind == SiteKind.TYPE:
        return []
    flow = world.facts[token.module].uses.flows[token.site.flow]
    reached = world.reached[token.module][token.declaration] & place.layers
    if flow.kind in (FlowKind.ALIAS, FlowKind.EXPORT) and flow.target >= 0:
        local = world.facts[token.module].interface.bindings[flow.target].local
        member = flow.name if flow.kind == FlowKind.EXPORT else ""
        through = (*place.through, f"{local}.{member}" if member else local)
        layers = place.layers if _is_exported_name(world, token, flow) else reached or place.layers
        return [_Place(token.module, flow.target, member, layers, place.props, through)]
    if flow.kind == FlowKind.PROP and flow.target >= 0:
        entered = _component_props(world, token, flow) if place.props < MAX_PROPS else None
        if entered is None:
            trail.lost += 1
            return []
        component, places = entered
        layers = world.doors.through(reached, component.via)
        name = f"{world.modules[component.module]}#{world.components.name(component)}.{flow.name}"
        through = (*place.through, name)
        return [_Place(component.module, p.binding, p.member, layers, place.props + 1, through) for p in places]
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
