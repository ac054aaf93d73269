"""What loads the code of client layers, and what that cannot load."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.runtimes import Runtime
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.rules.leaks import leaf_numbers
from boundary_lsp.rules.rule import Context


def runtime_of(program: Program, layer: Layer) -> Runtime:
    """Of a client layer, as its application's framework has it."""
    return PROFILES[program.applications[layer.application].framework].client


def missing_in_clients(program: Program) -> Mapping[int, frozenset[int]]:
    """By client layer: modules that are not there, and `~leaf` numbers."""
    layers = [layer for layer in program.layers if layer.environment is Environment.CLIENT]
    frameworks = {program.applications[layer.application].framework for layer in layers}
    leaves = {framework: _missing_leaves(program, PROFILES[framework].client) for framework in frameworks}
    return {
        layer.index: leaves[program.applications[layer.application].framework] | _kept_apart(program, layer)
        for layer in layers
    }


def may_load(context: Context, module: int, layer: Layer, missing: frozenset[int]) -> bool:
    """False for what lies among the files of a client layer, where all files count as loaded, and only the server's
    code imports. `missing` in that layer."""
    bits = context.program.layer_bits
    importers = [one for one in context.outline.importing([module], Environment.SERVER) if one != module and bits[one]]
    return not importers or any(bits[one] >> layer.index & 1 and one not in missing for one in importers)


def _missing_leaves(program: Program, runtime: Runtime) -> frozenset[int]:
    def is_missing(leaf: Leaf) -> bool:
        if leaf.kind is LeafKind.BUILTIN:
            return runtime.lacks.fullmatch(leaf.package) is not None
        return leaf.kind is LeafKind.PACKAGE and leaf.specifier in runtime.packages

    return leaf_numbers(program, is_missing)


def _kept_apart(program: Program, layer: Layer) -> frozenset[int]:
    """What the framework loads in other layers of the application and not in this one, where no door leads there."""
    if not runtime_of(program, layer).keeps_apart:
        return frozenset()
    here = 1 << layer.index
    others = sum(1 << one.index for one in program.layers if one.application == layer.application) & ~here
    apart = [module for module, bits in enumerate(program.entry_bits) if bits & others and not bits & here]
    return frozenset([module for module in apart if program.directives[module] not in layer.doors])
