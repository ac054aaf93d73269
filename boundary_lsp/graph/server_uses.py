"""Where server code uses what a `'use client'` module exports: asked of one module, so no index of all is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import BindingKind, SiteKind, decode_spans, span_at
from boundary_lsp.model.program import Program

Thing = tuple[int, int]
"""(module, binding key), as in `linking.Target`."""


class ServerUse(NamedTuple):
    """A token in code that a server layer reaches. RENDER for a tag and for what `import()` loads."""

    name: str
    """The export's."""
    module: int
    start: int
    end: int
    kind: SiteKind


def server_uses(program: Program, module: int) -> list[ServerUse]:
    """In the order of modules and of the text; also through modules without a directive that pass the exports on."""
    search = _Search(program, module)
    return sorted(set(search.uses()), key=lambda use: (use.module, use.start, use.name))


def client_layers(program: Program) -> int:
    """The layers, as a bit set, from which `'use client'` is a door."""
    return sum(1 << layer.index for layer in program.layers if CLIENT in layer.doors)


class _Search:
    def __init__(self, program: Program, module: int) -> None:
        self._program = program
        self._linker = Linker(program.facts, program.links.server, program.directives)
        self._start = module
        self._names = _names_of(self._linker, module)
        self._layers = client_layers(program)

    def uses(self) -> Iterator[ServerUse]:
        pending, seen = [self._start], {self._start}
        while pending:
            source = pending.pop()
            for importer in self._importers(source):
                yield from self._in_module(importer, source)
                if importer not in seen and self._passes_on(importer):
                    seen.add(importer)
                    pending.append(importer)

    def _importers(self, source: int) -> list[int]:
        bits = self._program.layer_bits
        rows = enumerate(self._program.links.server)
        return [module for module, row in rows if source in row and bits[module] & self._layers]

    def _passes_on(self, module: int) -> bool:
        if self._program.directives[module] is not None:
            return False
        return any(_key(self._linker.export(module, name)) in self._names for name in self._linker.export_names(module))

    def _in_module(self, module: int, source: int) -> Iterator[ServerUse]:
        interface = self._program.facts[module].interface
        for number, binding in enumerate(interface.bindings):
            if binding.kind is BindingKind.IMPORT and self._linker.target_of_import(module, binding.owner) == source:
                yield from self._sites(module, number) if binding.local else self._loaded(module, number)

    def _loaded(self, module: int, binding: int) -> Iterator[ServerUse]:
        """`import('./chart')`, which names no member where its default is meant."""
        interface = self._program.facts[module].interface
        imported = interface.bindings[binding].owner
        target = self._linker.binding(module, binding)
        if target is not None and target.binding == NAMESPACE:
            target = self._linker.export(target.module, "default")
        if self._is_reached(module, interface.imports[imported].declaration) and _key(target) in self._names:
            span = span_at(decode_spans(self._program.facts[module]).imports, imported)
            yield ServerUse(self._names[_key(target)], module, *span, SiteKind.RENDER)

    def _sites(self, module: int, binding: int) -> Iterator[ServerUse]:
        facts = self._program.facts[module]
        for index, site in enumerate(facts.uses.sites):
            if (
                site.binding == binding
                and site.kind is not SiteKind.TYPE
                and self._is_reached(module, site.declaration)
            ):
                key = _key(self._linker.member(module, binding, site.member))
                if key in self._names:
                    span = span_at(decode_spans(facts).sites, index)
                    yield ServerUse(self._names[key], module, *span, site.kind)

    def _is_reached(self, module: int, declaration: int) -> bool:
        return bool(self._program.reached[module][declaration] & self._layers)


def _names_of(linker: Linker, module: int) -> Mapping[Thing, str]:
    found: dict[Thing, str] = {}
    for name in linker.export_names(module):
        key = _key(linker.export(module, name))
        if key != _NOTHING:
            found.setdefault(key, name)
    return found


_NOTHING: Thing = (-1, NAMESPACE)


def _key(target: Target | None) -> Thing:
    return (target.module, target.binding) if target is not None and target.binding != NAMESPACE else _NOTHING
