"""Imports that land in the wrong environment: finding them, and the one import to cut for each cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    leaf: Leaf
    chain: tuple[ChainStep, ...]
    """From an entry point to the module, along imports that always load."""


def leaks(context: Context, layers: Callable[[Layer], bool], wanted: Callable[[Leaf], bool]) -> Iterator[Leak]:
    """By module, one for each import of a wanted leaf. Where only `import()` or `require()` leads there, which code may
    guard, nothing is said."""
    program = context.program
    bad = {~index for index, leaf in enumerate(program.links.leaves) if wanted(leaf)}
    chosen = [layer for layer in program.layers if layers(layer)]
    importing = {*(m for side in {one.environment for one in chosen} for m in context.outline.importing(bad, side))}
    for module in sorted(importing):
        for layer in chosen:
            if program.layer_bits[module] >> layer.index & 1:
                found = list(_in_module(context, module, layer, bad))
                yield from found
                if found:
                    break


def _in_module(context: Context, module: int, layer: Layer, bad: set[int]) -> Iterator[Leak]:
    program = context.program
    links = program.links.rows(layer.environment)
    if bad.isdisjoint(links[module]):
        return
    chains = context.certain_chains
    chain = chains.in_layer(module, layer.index)
    for imported, target in enumerate(links[module]):
        form = program.facts[module].interface.imports[imported].form
        if chain and target in bad and chains.loads(module, layer.index, imported):
            leaf = program.links.leaves[~target]
            if _is_certain(form, leaf):
                yield Leak(module, imported, leaf, tuple(chain))


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
