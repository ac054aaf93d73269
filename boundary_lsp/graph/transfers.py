"""What happens at one use of a server function, layer by layer: does it cross the network?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.hooks import FORM_PROPS, IN_PROCESS_TAKERS
from boundary_lsp.graph.components import Component, Components
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.reach import Reached
from boundary_lsp.graph.token import Token
from boundary_lsp.model.facts import Flow, FlowKind, ModuleFacts, SiteKind
from boundary_lsp.model.program import Layer, LayerTransfer, Role, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf

NOWHERE = -1


class World(NamedTuple):
    """What is known of the program when references are judged."""

    modules: Sequence[str]
    facts: Sequence[ModuleFacts]
    layers: Sequence[Layer]
    instances: Sequence[int]
    roles: Sequence[Role]
    leaves: Sequence[Leaf]
    reached: Reached
    doors: DoorMap
    components: Components


def transfers(world: World, token: Token, allowed: int) -> tuple[LayerTransfer, ...]:
    """The transfer in each layer that the token's module is in, among the `allowed` ones; layer NOWHERE if in none."""
    if token.kind == SiteKind.TYPE or token.type_only:
        return tuple(LayerTransfer(layer.index, Transfer.ERASED) for layer in _layers(world, token, allowed)) or (
            LayerTransfer(NOWHERE, Transfer.ERASED),
        )
    if not world.instances[token.module]:
        in_script = world.roles[token.module] is Role.SCRIPT
        return (LayerTransfer(NOWHERE, Transfer.IN_PROCESS if in_script else Transfer.UNREACHED),)
    reached = world.reached[token.module][token.declaration]
    return tuple(
        LayerTransfer(layer.index, _in_layer(world, token, layer) if reached >> layer.index & 1 else Transfer.UNREACHED)
        for layer in _layers(world, token, allowed)
    )


def _layers(world: World, token: Token, allowed: int) -> list[Layer]:
    bits = world.instances[token.module] & allowed
    return [layer for layer in world.layers if bits >> layer.index & 1]


def _in_layer(world: World, token: Token, layer: Layer) -> Transfer:
    if layer.environment is Environment.UNKNOWN or world.facts[token.module].interface.is_transformed:
        return Transfer.UNKNOWN
    if layer.environment is Environment.CLIENT:
        return Transfer.NETWORK if layer.directives_apply else Transfer.IN_PROCESS
    if token.kind == SiteKind.FORM_ACTION:
        return Transfer.NETWORK
    if token.kind in (SiteKind.PASS, SiteKind.BIND) and token.site is not None:
        if token.site.flow < 0:
            return Transfer.UNKNOWN if token.kind == SiteKind.PASS else Transfer.IN_PROCESS
        return _handed_on(world, token.module, world.facts[token.module].uses.flows[token.site.flow], layer)
    return Transfer.IN_PROCESS


def _handed_on(world: World, module: int, flow: Flow, layer: Layer) -> Transfer:
    """A server module hands the function on as a value."""
    if flow.kind in (FlowKind.ALIAS, FlowKind.EXPORT):
        return Transfer.IN_PROCESS
    if flow.kind == FlowKind.ARGUMENT:
        known = flow.text.rsplit(".", 1)[-1] in IN_PROCESS_TAKERS
        return Transfer.IN_PROCESS if known else Transfer.UNKNOWN
    if flow.kind == FlowKind.PROP and flow.target < 0:
        return Transfer.NETWORK if flow.name in FORM_PROPS else Transfer.UNKNOWN
    if flow.kind == FlowKind.PROP:
        component = world.components.rendered(module, flow)
        if component is not None:
            return Transfer.NETWORK if _crosses(world, component, layer) else Transfer.IN_PROCESS
        return _to_package(world, module, flow)
    return Transfer.UNKNOWN


def _crosses(world: World, component: Component, layer: Layer) -> bool:
    bit = 1 << layer.index
    return world.doors.through(bit, component.via) != bit


def _to_package(world: World, module: int, flow: Flow) -> Transfer:
    leaf = world.components.leads_outside(module, flow)
    is_client = leaf is not None and world.leaves[~leaf].directive == "use client"
    return Transfer.NETWORK if is_client else Transfer.UNKNOWN
