"""From a JSX tag to the component that it renders, and the places where that component receives a prop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.hooks import COMPONENT_WRAPPERS
from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, ModuleFacts, ValueKind

_MAX_WRAPPERS = 4


class Component(NamedTuple):
    module: int
    declaration: int
    via: tuple[int, ...]
    """Modules with a directive entered between the tag and the component."""


class PropPlace(NamedTuple):
    """A binding (or a member of it) that holds a prop's value inside the component."""

    binding: int
    member: str


class Components:
    def __init__(self, facts: Sequence[ModuleFacts], linker: Linker, visited: set[int] | None = None) -> None:
        """`visited` gathers the modules that an answer was looked for in."""
        self._facts = facts
        self._linker = linker
        self._visited = visited if visited is not None else set()

    def rendered(self, module: int, flow: Flow) -> Component | None:
        """The project's component on whose tag a PROP flow puts a value; None for packages and what is not known."""
        target = self._linker.member(module, flow.target, flow.member)
        return self._unwrapped(target, target.via, 0) if target else None

    def leads_outside(self, module: int, flow: Flow) -> int | None:
        """`~leaf` of the package the component comes from, where the tag is an import of one."""
        binding = self._facts[module].interface.bindings[flow.target]
        if binding.kind != BindingKind.IMPORT:
            return None
        row = self._linker.target_of_import(module, binding.owner)
        return row if row < 0 else None

    def name(self, component: Component) -> str:
        return self._facts[component.module].interface.declarations[component.declaration].name

    def prop_places(self, component: Component, prop: str) -> list[PropPlace] | None:
        """Where the prop arrives: `action` destructured, `props.action`, `actions.save` for a nested key.

        Empty where the component does not take it; None where we cannot tell.
        """
        owned = list(self._owned_props(component))
        if not owned:
            return None
        first, _, rest = prop.partition(".")
        places = [PropPlace(index, rest if name == first else "") for index, name in owned if name in (first, prop)]
        if not places:
            places = [PropPlace(index, first) for index, name in owned if name == "*"]
            if rest and places:
                return None
        return places

    def _owned_props(self, component: Component) -> Iterator[tuple[int, str]]:
        for index, binding in enumerate(self._facts[component.module].interface.bindings):
            if binding.kind == BindingKind.PROP and binding.owner == component.declaration:
                yield index, binding.name

    def _unwrapped(self, target: Target | None, via: tuple[int, ...], depth: int) -> Component | None:
        if target is None or target.binding <= NAMESPACE or depth > _MAX_WRAPPERS:
            return None
        self._visited.add(target.module)
        binding = self._facts[target.module].interface.bindings[target.binding]
        if binding.kind != BindingKind.DECLARATION:
            return None
        component = Component(target.module, binding.owner, via)
        if any(self._owned_props(component)):
            return component
        inner = self._wrapped_binding(target, binding.owner)
        if inner is None:
            return component
        found = self._linker.binding(target.module, inner)
        return self._unwrapped(found, via + (found.via if found else ()), depth + 1)

    def _wrapped_binding(self, target: Target, declaration: int) -> int | None:
        """In `const Row = memo(Inner)` and `const Chart = dynamic(() => import('./chart'))`: what is wrapped."""
        facts = self._facts[target.module]
        if facts.interface.declarations[declaration].value not in (ValueKind.CALL, ValueKind.IDENTIFIER):
            return None
        for site in facts.uses.sites:
            if site.declaration == declaration and site.flow >= 0:
                flow = facts.uses.flows[site.flow]
                if flow.kind == FlowKind.ALIAS and flow.target == target.binding:
                    return site.binding
                if flow.kind == FlowKind.ARGUMENT and flow.text.rsplit(".")[-1] in COMPONENT_WRAPPERS:
                    return site.binding
        return None
