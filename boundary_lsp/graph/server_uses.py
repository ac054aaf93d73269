"""Where server code uses what a `'use client'` module exports: asked of one module, so no index of all uses is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.graph.linking import NAMESPACE, Linker
from boundary_lsp.graph.names import Names, Thing, thing_of
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at


class ServerUse(NamedTuple):
    """A token in code that a server layer reaches. RENDER for a tag and for what `import()` loads, REEXPORT for what an
    entry point passes on."""

    name: str
    """The export's."""
    module: int
    start: int
    end: int
    kind: SiteKind


def server_uses(names: Names, module: int) -> list[ServerUse]:
    """In the order of modules and of the text; also through modules without a directive that pass the exports on."""
    return sorted(set(_Search(names, module).uses()), key=lambda use: (use.module, use.start, use.name))


def layers_before_clients(program: Program) -> int:
    """The layers, as a bit set, from which `'use client'` is a door."""
    return sum(1 << layer.index for layer in program.layers if CLIENT in layer.doors)


class _Search:
    def __init__(self, names: Names, module: int) -> None:
        self._program = names.program
        self._linker = names.linker
        self._imported_by = names.views[0].tokens.importers
        self._start = module
        self._exports = _exports_of(names.linker, module)
        self._layers = layers_before_clients(names.program)

    def uses(self) -> Iterator[ServerUse]:
        pending, seen = [self._start], {self._start}
        while pending:
            source = pending.pop()
            for importer in self._importers(source):
                yield from self._in_module(importer, source)
                yield from self._by_framework(importer)
                if importer not in seen and self._passes_on(importer):
                    seen.add(importer)
                    pending.append(importer)

    def _importers(self, source: int) -> list[int]:
        bits = self._program.layer_bits
        return [module for module in self._imported_by.of(source) if bits[module] & self._layers]

    def _passes_on(self, module: int) -> bool:
        if self._program.directives[module] is not None:
            return False
        exported = (self._linker.export(module, name) for name in self._linker.export_names(module))
        return any(thing_of(target) in self._exports for target in exported)

    def _in_module(self, module: int, source: int) -> Iterator[ServerUse]:
        interface = self._program.facts[module].interface
        for number, binding in enumerate(interface.bindings):
            if binding.kind is BindingKind.IMPORT and self._linker.target_of_import(module, binding.owner) == source:
                yield from self._sites(module, number) if binding.local else self._loaded(module, number)

    def _by_framework(self, module: int) -> Iterator[ServerUse]:
        """`export { Loading as default } from './loading'` of an entry point: whoever loads that renders it."""
        if not self._program.entry_bits[module] & self._layers or self._program.directives[module] is not None:
            return
        facts = self._program.facts[module]
        for index, export in enumerate(facts.interface.exports):
            thing = thing_of(self._linker.export(module, export.name))
            if thing in self._exports and export.name not in facts.interface.private:
                span = span_at(decode_spans(facts).exported_things, index)
                yield ServerUse(self._exports[thing], module, *span, SiteKind.REEXPORT)

    def _loaded(self, module: int, binding: int) -> Iterator[ServerUse]:
        """`import('./chart')`, which names no member where its default is meant."""
        interface = self._program.facts[module].interface
        imported = interface.bindings[binding].owner
        target = self._linker.binding(module, binding)
        if target is not None and target.binding == NAMESPACE:
            target = self._linker.export(target.module, "default")
        if self._is_reached(module, interface.imports[imported].declaration) and thing_of(target) in self._exports:
            span = span_at(decode_spans(self._program.facts[module]).imports, imported)
            yield ServerUse(self._exports[thing_of(target)], module, *span, SiteKind.RENDER)

    def _sites(self, module: int, binding: int) -> Iterator[ServerUse]:
        facts = self._program.facts[module]
        for index, site in enumerate(facts.uses.sites):
            if site.binding == binding and site.kind is not SiteKind.TYPE:
                key = thing_of(self._linker.member(module, binding, site.member))
                if key in self._exports and self._is_reached(module, site.declaration):
                    span = span_at(decode_spans(facts).sites, index)
                    yield ServerUse(self._exports[key], module, *span, site.kind)

    def _is_reached(self, module: int, declaration: int) -> bool:
        return bool(self._program.reached[module][declaration] & self._layers)


def _exports_of(linker: Linker, module: int) -> Mapping[Thing | None, str]:
    found: dict[Thing | None, str] = {}
    for name in linker.export_names(module):
        thing = thing_of(linker.export(module, name))
        if thing is not None:
            found.setdefault(thing, name)
    return found
