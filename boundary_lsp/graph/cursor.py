"""From a place in a text to what the token there stands for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from boundary_lsp.graph.linking import Linker
from boundary_lsp.graph.names import Names, Thing, thing_of
from boundary_lsp.model.facts import BindingKind, Interface, SiteKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans


class NamedToken(NamedTuple):
    """A token of a module, in bytes, end exclusive."""

    start: int
    end: int
    module: int
    name: str
    """What it stands for: the module that has it and its name there, as `references_to` takes them."""
    thing: Thing | None
    """The same behind all barrels; None for what leads out of the project, and for a function without a name."""
    kind: SiteKind | None = None
    """None where the thing is declared, or exported under the token's name."""


def token_at(names: Names, module: int, offset: int, view: int = 0) -> NamedToken | None:
    """None where no token that we know stands there. A token's end counts as the token too, where no other begins
    there. `view` is one of `names.views`."""
    for last in (0, 1):
        for token in tokens_of(names, module, view):
            if token.start <= offset < token.end + last and token.end > token.start:
                return token
    return None


def arguments_of(program: Program, module: int) -> frozenset[tuple[int, int]]:
    """The spans of what may name a function for whoever calls by name: a reference there is no name of its text."""
    return frozenset(_pairs(decode_spans(program.facts[module]).named_calls))


def tokens_of(names: Names, module: int, view: int = 0) -> Iterator[NamedToken]:
    """Every token of a module that stands for something of the project, what is defined here first. An imported name
    may be an export as well."""
    linker = names.views[view].linker
    parts = (part(names, module, linker) for part in (_imported, _exported, _sites))
    return chain(_defined(names, module), *parts, _said(names, module))


def _defined(names: Names, module: int) -> Iterator[NamedToken]:
    facts, spans = names.program.facts[module], decode_spans(names.program.facts[module])
    for function, thing in zip(names.program.server_functions, names.functions, strict=True):
        if function.module == module:
            yield NamedToken(function.start, function.end, module, function.name, thing)
    declared = list(_pairs(spans.declarations))
    for number, binding in enumerate(facts.interface.bindings):
        if binding.kind is BindingKind.DECLARATION:
            own = Thing(module, number)
            yield NamedToken(*declared[binding.owner], module, names.name(own), own)


def _exported(names: Names, module: int, linker: Linker) -> Iterator[NamedToken]:
    interface, spans = names.program.facts[module].interface, decode_spans(names.program.facts[module])
    written = zip(_pairs(spans.exports), _pairs(spans.exported_things), strict=True)
    for export, (public, own) in zip(interface.exports, written, strict=True):
        if export.name in ("*", "="):
            continue
        thing = thing_of(linker.export(module, export.name))
        yield NamedToken(*public, module, export.name, thing)
        if own != public and thing is not None:
            yield NamedToken(*own, thing.module, names.name(thing), thing, SiteKind.REEXPORT)


def _imported(names: Names, module: int, linker: Linker) -> Iterator[NamedToken]:
    interface, spans = names.program.facts[module].interface, decode_spans(names.program.facts[module])
    for binding, (start, end) in zip(_imported_bindings(interface), _pairs(spans.imported_names), strict=True):
        thing = thing_of(linker.binding(module, binding)) if binding >= 0 else None
        if thing is not None:
            yield NamedToken(start, end, thing.module, names.name(thing), thing, SiteKind.IMPORT)


def _sites(names: Names, module: int, linker: Linker) -> Iterator[NamedToken]:
    facts, spans = names.program.facts[module], decode_spans(names.program.facts[module])
    for site, (start, end) in zip(facts.uses.sites, _pairs(spans.sites), strict=True):
        thing = thing_of(linker.member(module, site.binding, site.member))
        if thing is not None:
            yield NamedToken(start, end, thing.module, names.name(thing), thing, site.kind)


def _said(names: Names, module: int) -> Iterator[NamedToken]:
    """Strings that name what is called: `anvil.server.call("save")`."""
    arguments = arguments_of(names.program, module)
    for use in names.uses.get(module, ()) if arguments else ():
        span, thing = (use.reference.start, use.reference.end), names.functions[use.function]
        if span in arguments and thing is not None:
            yield NamedToken(*span, thing.module, names.name(thing), thing, use.reference.kind)


def _pairs(flat: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return zip(flat[::2], flat[1::2], strict=True)


def _imported_bindings(interface: Interface) -> Iterator[int]:
    """For every imported name, in order, its binding; -1 where it has none."""
    known = {
        (binding.owner, binding.local): number
        for number, binding in enumerate(interface.bindings)
        if binding.kind is BindingKind.IMPORT
    }
    for number, imported in enumerate(interface.imports):
        for name in imported.names:
            yield known.get((number, name.local), -1)
