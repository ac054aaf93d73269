"""Imports that land in the wrong environment: finding them, and the one import to cut for each cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from boundary_lsp.frameworks.environments import MARKER_PACKAGES
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model.facts import BindingKind, ImportForm, SiteKind, decode_spans, span_at
from boundary_lsp.model.findings import WitnessStep
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.rules.rule import Context

_CERTAIN_FORMS = frozenset({ImportForm.STATIC, ImportForm.SIDE_EFFECT})


class Leak(NamedTuple):
    """A module instance that imports something that its environment cannot have."""

    module: int
    imported: int
    target: int
    """A module, or `~leaf`."""
    chain: tuple[ChainStep, ...]
    """From an entry point to the module, along imports that always load; in the layer that cannot have it."""


def leaks(context: Context, wanted: Mapping[int, Set[int]]) -> Iterator[Leak]:
    """By module, one for each import of what is not wanted in a layer: modules or `~leaf` numbers, by layer. Where only
    `import()` or `require()` leads there, which code may guard, nothing is said."""
    program = context.program
    importing: set[int] = set()
    for environment in {program.layers[layer].environment for layer in wanted}:
        targets = (wanted[layer] for layer in wanted if program.layers[layer].environment is environment)
        importing.update(context.outline.importing(frozenset().union(*targets), environment))
    for module in sorted(importing):
        for layer, bad in wanted.items():
            if program.layer_bits[module] >> layer & 1:
                found = list(_in_module(context, module, program.layers[layer], bad))
                yield from found
                if found:
                    break


def leaf_of(program: Program, leak: Leak) -> Leaf | None:
    return program.links.leaves[~leak.target] if leak.target < 0 else None


def leaf_numbers(program: Program, wanted: Callable[[Leaf], bool]) -> frozenset[int]:
    """As imports lead to them."""
    return frozenset([~index for index, leaf in enumerate(program.links.leaves) if wanted(leaf)])


def _in_module(context: Context, module: int, layer: Layer, bad: Set[int]) -> Iterator[Leak]:
    program = context.program
    links = program.links.rows(layer.environment)
    if bad.isdisjoint(links[module]):
        return
    chains = context.certain_chains
    chain = chains.in_layer(module, layer.index)
    for imported, target in enumerate(links[module]):
        if chain and target in bad and chains.loads(module, layer.index, imported):
            leak = Leak(module, imported, target, tuple(chain))
            if _is_certain(program.facts[module].interface.imports[imported].form, leaf_of(program, leak)):
                yield leak


def _is_certain(form: ImportForm, leaf: Leaf | None) -> bool:
    """A barrel may pass on what only one side uses: `export { headers } from 'next/headers'`."""
    if form is ImportForm.REEXPORT and leaf is not None:
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
