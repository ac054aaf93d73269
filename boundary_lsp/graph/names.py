"""What the names of a finished program stand for, and where they stand. Each part is made when first asked for, then
kept: an editor asks the same program many times."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from boundary_lsp.graph.components import Components
from boundary_lsp.graph.flow import Scene, follow, scenes_of
from boundary_lsp.graph.importers import Importers
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.linking import NAMESPACE, Linker, Target, reexport_index
from boundary_lsp.graph.paths import Chains
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.views import View, views_of
from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.program import Program, Reference, ServerFunction
from boundary_lsp.model.spans import decode_spans, span_at


class Thing(NamedTuple):
    """What a name stands for, whatever it is called where it is used."""

    module: int
    key: int
    """A binding of the module, or what `linking.reexport_key` gives, as in `linking.Target`."""


class Use(NamedTuple):
    """A token that refers to a server function."""

    reference: Reference
    function: int
    """Index into the program's server functions."""


class Names:
    def __init__(self, program: Program, views: tuple[View, ...] | None = None) -> None:
        """`views`: the program's own, where they are known."""
        self.program = program
        if views is not None:
            self.views = views

    @property
    def linker(self) -> Linker:
        """As names link on the server."""
        return self.views[0].linker

    @cached_property
    def views(self) -> tuple[View, ...]:
        program = self.program
        return views_of(program.facts, program.links, program.layers, program.directives)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """For what follows a name through the whole program."""
        return scenes_of(world_of(self.program, self.views[0]), self.views)

    @cached_property
    def uses(self) -> dict[int, list[Use]]:
        """By module: what stands there and refers to a server function, specifiers included."""
        found: dict[int, list[Use]] = {}
        for number, function in enumerate(self.program.server_functions):
            for reference in function.references:
                found.setdefault(reference.module, []).append(Use(reference, number))
        return found

    @cached_property
    def chains(self) -> Chains:
        """Why modules are where they are. They do not hold these names, or only a search for garbage would end both."""
        importers = self.importers()
        return Chains(self.program, lambda: importers)

    def importers(self) -> Importers:
        return self.views[0].tokens.importers

    def named(self, module: int, name: str) -> Thing | None:
        """What a module's export, else its declaration, of that name stands for."""
        target = self.linker.export(module, name) or _declared(self.program, module, name)
        return thing_of(target)

    def function(self, thing: Thing) -> ServerFunction | None:
        number = self._numbers.get(thing)
        return None if number is None else self.program.server_functions[number]

    def references(self, thing: Thing) -> Sequence[Reference]:
        """Through aliases, barrels and props, in the order of modules and text."""
        function = self.function(thing)
        return function.references if function is not None else follow(self.scenes, *thing).references

    def name(self, thing: Thing) -> str:
        """The name that its module exports it under, else its own there."""
        interface = self.program.facts[thing.module].interface
        if thing.key < NAMESPACE:
            return interface.exports[reexport_index(thing.key)].name
        exported = (export.name for export in interface.exports if export.binding == thing.key)
        return next(exported, interface.bindings[thing.key].local)

    def declared(self, thing: Thing) -> tuple[int, int] | None:
        """The token that declares it (of a function without a name, its first), in bytes of its module; None for props
        and local aliases."""
        facts = self.program.facts[thing.module]
        if thing.key < NAMESPACE:
            return span_at(decode_spans(facts).exports, reexport_index(thing.key))
        binding = facts.interface.bindings[thing.key]
        if binding.kind is BindingKind.DECLARATION:
            return span_at(decode_spans(facts).declarations, binding.owner)
        return (
            span_at(decode_spans(facts).inline_functions, binding.owner) if binding.kind is BindingKind.INLINE else None
        )

    @cached_property
    def functions(self) -> tuple[Thing | None, ...]:
        """What stands for each server function of the program; None for one without a name."""
        functions = self.program.server_functions
        return tuple(Thing(f.module, f.binding) if f.binding != NAMESPACE else None for f in functions)

    @cached_property
    def _numbers(self) -> dict[Thing, int]:
        return {thing: number for number, thing in enumerate(self.functions) if thing is not None}


def thing_of(target: Target | None) -> Thing | None:
    """None where the name leads out of the project, or to a module as an object."""
    return None if target is None or target.binding == NAMESPACE else Thing(target.module, target.binding)


def world_of(program: Program, view: View) -> World:
    """What references are judged by where names link like this, from the finished program."""
    return World(
        program.modules,
        program.facts,
        program.layers,
        program.layer_bits,
        program.roles,
        program.links.leaves,
        program.reached,
        DoorMap(program.layers, program.directives),
        Components(program.facts, view.linker),
    )


def _declared(program: Program, module: int, name: str) -> Target | None:
    """A top-level declaration that is not exported."""
    for index, binding in enumerate(program.facts[module].interface.bindings):
        if binding.local == name:
            return Target(module, index)
    return None
