"""References to any export of a finished program: what `boundary refs` asks."""

from __future__ import annotations

from boundary_lsp.graph.names import Names
from boundary_lsp.model.program import Program, Reference


def references_to(program: Program, module: int, name: str) -> tuple[Reference, ...] | None:
    """All references to a server function (by export name or inline path) or to an export, through aliases, barrels and
    props, in the order of paths and text. None where the module has nothing of that name."""
    known = next((f for f in program.server_functions if f.module == module and f.name == name), None)
    if known is not None:
        return known.references
    names = Names(program)
    thing = names.named(module, name)
    return None if thing is None else tuple(names.references(thing))
