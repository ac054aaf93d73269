"""What loads the code of client layers, and what that cannot load."""

from __future__ import annotations

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.runtimes import Runtime
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind


def runtime_of(program: Program, layer: int) -> Runtime:
    """Of a client layer, as its application's framework has it."""
    return PROFILES[program.applications[program.layers[layer].application].framework].client


def is_missing(program: Program, runtime: Runtime, module: int, leaf: Leaf) -> bool:
    """The runtime loads that module, and cannot load what it imports."""
    if runtime.shares_files and program.layer_bits[module] & program.environment_bits(Environment.SERVER):
        return False
    if leaf.kind is LeafKind.BUILTIN:
        return runtime.lacks.fullmatch(leaf.package) is not None
    return leaf.specifier in runtime.packages
