"""Imports that land in the wrong environment: finding them, and the one import to cut for each cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from boundary_lsp.frameworks.environments import MARKER_PACKAGES
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model.facts import BindingKind, ImportForm, SiteKind
from boundary_lsp.model.findings import WitnessStep
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.api_exports import importing
from boundary_lsp.rules.loading import loads
from boundary_lsp.rules.outline import Chained

_CERTAIN_FORMS = frozenset({ImportForm.STATIC, ImportForm.SIDE_EFFECT})


class Leak(NamedTuple):
    """A module instance that imports something that its environment cannot have."""

    module: int
    imported: int
    leaf: Leaf
    chain: tuple[ChainStep, ...]
    """From an entry point to the module, along imports that always load."""


class _Import(NamedTuple):
    """One that a module must not have in a layer, if that loads the module for certain."""

    layer: int
    imported: int
    leaf: Leaf


class Leaks:
    """Looks for imports of leaves that one environment cannot have."""

    def __init__(
        self, environment: Environment, is_meant: Callable[[Layer], bool], is_wanted: Callable[[Leaf], bool]
    ) -> None:
        """`is_meant`: of the environment's layers."""
        self._environment = environment
        self._is_meant = is_meant
        self._is_wanted = is_wanted

    def in_module(self, chained: Chained, module: int) -> Iterator[Leak]:
        """One for each import of a wanted leaf, in the first layer that loads it. Where only `import()` or `require()`
        leads there, which code may guard, nothing is said."""
        for layer, found in groupby(self._imports(chained.program, module), lambda one: one.layer):
            chain = tuple(chained.certain_chains.in_layer(module, layer))
            if chain:
                yield from (Leak(module, one.imported, one.leaf, chain) for one in found)
                break

    def importing(self, chained: Chained) -> Iterator[int]:
        """The modules outside of which there are none."""
        program = chained.program
        wanted = {~index for index, leaf in enumerate(program.links.leaves) if self._is_wanted(leaf)}
        side = program.environment_bits(self._environment)
        return (module for module in importing(program, wanted, self._environment) if program.layer_bits[module] & side)

    def _imports(self, program: Program, module: int) -> Iterator[_Import]:
        wanted = [*self._wanted_imports(program, module)]
        for layer in self._layers(program, module) if wanted else ():
            for imported, leaf in wanted:
                if loads(program, module, layer, imported):
                    yield _Import(layer.index, imported, leaf)

    def _wanted_imports(self, program: Program, module: int) -> Iterator[tuple[int, Leaf]]:
        imports = program.facts[module].interface.imports
        for imported, target in enumerate(program.links.rows(self._environment)[module]):
            leaf = program.links.leaves[~target] if target < 0 else None
            if leaf is not None and self._is_wanted(leaf) and _is_certain(imports[imported].form, leaf):
                yield imported, leaf

    def _layers(self, program: Program, module: int) -> Iterator[Layer]:
        layers = program.layers_of(program.layer_bits[module])
        return (layer for layer in layers if layer.environment is self._environment and self._is_meant(layer))


def _is_certain(form: ImportForm, leaf: Leaf) -> bool:
    """A barrel may pass on what only one side uses: `export { headers } from 'next/headers'`."""
    if form is ImportForm.REEXPORT:
        return leaf.kind is LeafKind.BUILTIN or leaf.specifier in MARKER_PACKAGES
    return form in _CERTAIN_FORMS


class Cut(NamedTuple):
    """The import to remove: import `imported` of `module` is where the wrong code comes in."""

    module: int
    imported: int


def cut_of(program: Program, leak: Leak) -> Cut:
    """The first import after the last door or entry point on the chain; the leaking import where none comes after.

    For `page, (door) Chart, lib/db, fs` it is Chart's import of `lib/db`: Chart belongs to the client, lib/db does not.
    """
    last = max(
        (i for i, step in enumerate(leak.chain) if _declares_itself(program, step) or step.imported < 0), default=0
    )
    if last + 1 < len(leak.chain):
        return Cut(leak.chain[last].module, leak.chain[last + 1].imported)
    return Cut(leak.module, leak.imported)


def _declares_itself(program: Program, step: ChainStep) -> bool:
    return program.directives[step.module] is not None


def is_used_in(program: Program, module: int, imported: int, layers: int) -> bool:
    """Code that is reached in one of the layers uses a name of that import (or the import has no names)."""
    facts = program.facts[module]
    bindings = facts.interface.bindings
    if not facts.interface.imports[imported].names:
        return True
    return any(
        bindings[site.binding].kind is BindingKind.IMPORT
        and bindings[site.binding].owner == imported
        and site.kind is not SiteKind.TYPE
        and program.reached[module][site.declaration] & layers
        for site in facts.uses.sites
    )


def import_span(program: Program, module: int, imported: int) -> tuple[int, int]:
    return span_at(decode_spans(program.facts[module]).imports, imported)


def statement_span(program: Program, module: int, imported: int) -> tuple[int, int]:
    """Of the whole statement, as the compiler marks an import that it refuses."""
    return span_at(decode_spans(program.facts[module]).statements, imported)


def chain_witness(program: Program, chain: Sequence[ChainStep]) -> tuple[WitnessStep, ...]:
    """One step for each import on the chain, said in words; the entry point first."""
    steps: list[WitnessStep] = []
    for index, step in enumerate(chain):
        layer = program.layers[step.layer]
        if index == 0:
            where = f"entry point, {layer.environment.value}"
            steps.append(WitnessStep(step.module, 0, 0, where))
        else:
            start, end = import_span(program, chain[index - 1].module, step.imported)
            door = f" (a {step.door.value} door)" if step.door else ""
            steps.append(
                WitnessStep(chain[index - 1].module, start, end, f"imports {program.modules[step.module]}{door}")
            )
    return tuple(steps)
