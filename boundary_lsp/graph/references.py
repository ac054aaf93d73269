"""References to any export of a finished program: what `boundary refs` and editors ask."""

from __future__ import annotations

from boundary_lsp.graph.components import Components
from boundary_lsp.graph.flow import follow, scenes_of
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.linking import Target
from boundary_lsp.graph.transfers import World
from boundary_lsp.graph.views import View, views_of
from boundary_lsp.model.program import Program, Reference


def references_to(program: Program, module: int, name: str) -> tuple[Reference, ...] | None:
    """All references to a server function (by export name or inline path) or to an export, through aliases, barrels and
    props, in the order of paths and text. None where the module has nothing of that name."""
    known = next((f for f in program.server_functions if f.module == module and f.name == name), None)
    if known is not None:
        return known.references
    views = views_of(program.facts, program.links, program.layers, program.directives)
    world = world_of(program, views[0])
    target = views[0].linker.export(module, name) or _declared(program, module, name)
    if target is None:
        return None
    return tuple(follow(scenes_of(world, views, program.links.verbatim), target.module, target.binding).references)


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
