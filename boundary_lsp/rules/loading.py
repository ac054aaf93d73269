"""What the imports of one module load."""

from __future__ import annotations

from boundary_lsp.graph.erasure import surviving_imports
from boundary_lsp.model.program import Layer, Program


def loads(program: Program, module: int, layer: Layer, imported: int) -> bool:
    """Does that import load anything in that layer?"""
    is_dropped = any(
        part.module == module and part.layer == layer.index and imported in part.imports for part in program.stripped
    )
    is_verbatim = module in program.links.verbatim
    return not is_dropped and surviving_imports(program.facts[module].interface, is_verbatim)[imported]
