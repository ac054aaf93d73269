"""Who calls whom, across the gap: a form that sends to a server function calls it, and so does a component that calls
the prop which a page has put it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import token_at
from boundary_lsp.graph.names import Names, Thing, thing_of
from boundary_lsp.ide.places import Place, declaration_of
from boundary_lsp.ide.transfers import transfer_text
from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.model.program import LayerTransfer, Reference, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at

_CALLS = frozenset({SiteKind.CALL, SiteKind.RENDER, SiteKind.FORM_ACTION, SiteKind.BIND})


class Item(NamedTuple):
    """A declaration, or a module's own statements, which have no name."""

    module: int
    name: str
    """Finds it again in a later snapshot, together with the module's path: that of its export, where it has one."""
    label: str
    """As its own module calls it; the file's name for a module."""
    place: Place
    is_server_function: bool


class Call(NamedTuple):
    item: Item
    places: tuple[Place, ...]
    """The tokens that call, in the caller's module."""
    said: str
    """What happens there, of calls of a server function; empty for others."""


def hierarchy_item(snapshot: Snapshot, module: int, offset: int) -> Item | None:
    token = token_at(snapshot.names, module, offset)
    return None if token is None or token.thing is None else _item(snapshot, token.thing)


def crosses(snapshot: Snapshot, item: Item) -> bool:
    """Whether it is a server function or calls one: of others the language's own server knows the callers as well."""
    return item.is_server_function or any(
        call.item.is_server_function for call in outgoing(snapshot, item.module, item.name)
    )


def incoming(snapshot: Snapshot, module: int, name: str) -> tuple[Call, ...]:
    """The callers of an item, in the order of modules and text."""
    thing = _called(snapshot.names, module, name)
    if thing is None:
        return ()
    said = transfer_text if snapshot.names.function(thing) else _nothing
    calls = (use for use in snapshot.names.references(thing) if _is_call(snapshot, use))
    return _grouped(((_caller(snapshot, use), use) for use in calls), said)


def outgoing(snapshot: Snapshot, module: int, name: str) -> tuple[Call, ...]:
    """What an item calls, in the order of the text."""
    thing = _called(snapshot.names, module, name)
    declaration = 0 if not name else _declaration(snapshot.names, thing)
    if declaration < 0:
        return ()
    server = [use for use in snapshot.names.uses.get(module, ()) if use.reference.declaration == declaration]
    calls = [(snapshot.names.functions[use.function], use.reference) for use in server]
    found = [(called, use) for called, use in (*calls, *_plain_calls(snapshot, module, declaration)) if called]
    made = [(_item(snapshot, called), use) for called, use in found if _is_call(snapshot, use)]
    ordered = sorted(((item, use) for item, use in made if item), key=lambda one: (one[1].start, one[0].module))
    return _grouped(ordered, transfer_text)


def _item(snapshot: Snapshot, thing: Thing) -> Item | None:
    place = declaration_of(snapshot, thing)
    function = snapshot.names.function(thing)
    name = function.name if function is not None else snapshot.names.name(thing)
    label = name if thing.key < 0 or name != "default" else _local(snapshot, thing)
    return None if place is None else Item(thing.module, name, label, place, function is not None)


def _local(snapshot: Snapshot, thing: Thing) -> str:
    return snapshot.program.facts[thing.module].interface.bindings[thing.key].local or "default"


def _called(names: Names, module: int, name: str) -> Thing | None:
    for function, thing in zip(names.program.server_functions, names.functions, strict=True):
        if (function.module, function.name) == (module, name):
            return thing
    return names.named(module, name)


def _caller(snapshot: Snapshot, use: Reference) -> Item:
    """The top-level declaration around it."""
    program = snapshot.program
    bindings = program.facts[use.module].interface.bindings
    for key, binding in enumerate(bindings if use.declaration else ()):
        if binding.kind is BindingKind.DECLARATION and binding.owner == use.declaration:
            return _item(snapshot, Thing(use.module, key)) or _module_item(snapshot, use.module)
    return _module_item(snapshot, use.module)


def _module_item(snapshot: Snapshot, module: int) -> Item:
    return Item(module, "", snapshot.program.modules[module].rpartition("/")[2], Place(module, 0, 0), False)


def _declaration(names: Names, thing: Thing | None) -> int:
    """-1 for what is no declaration of its module, such as a function inside of another."""
    if thing is None or thing.key < 0:
        return -1
    binding = names.program.facts[thing.module].interface.bindings[thing.key]
    return binding.owner if binding.kind is BindingKind.DECLARATION else -1


def _plain_calls(snapshot: Snapshot, module: int, declaration: int) -> Iterator[tuple[Thing | None, Reference]]:
    """Of what is no server function."""
    names, facts = snapshot.names, snapshot.program.facts[module]
    spans = decode_spans(facts).sites
    for number, site in enumerate(facts.uses.sites):
        if site.declaration == declaration and site.kind in _CALLS:
            thing = thing_of(names.linker.member(module, site.binding, site.member))
            if thing is not None and names.function(thing) is None:
                yield thing, Reference(module, *span_at(spans, number), site.kind, declaration, ())


def _is_call(snapshot: Snapshot, use: Reference) -> bool:
    return use.kind in _CALLS or (
        use.kind is SiteKind.PASS and any(_is_network_use(snapshot, moved) for moved in use.transfers)
    )


def _is_network_use(snapshot: Snapshot, moved: LayerTransfer) -> bool:
    """Client code that hands a server function to a hook, which calls it."""
    layers = snapshot.program.layers
    is_client = moved.layer >= 0 and layers[moved.layer].environment is Environment.CLIENT
    return is_client and moved.transfer is Transfer.NETWORK


def _grouped(found: Iterable[tuple[Item, Reference]], said: Callable[[Iterable[Reference]], str]) -> tuple[Call, ...]:
    by_item: dict[Item, list[Reference]] = {}
    for item, use in found:
        by_item.setdefault(item, []).append(use)
    return tuple(
        Call(item, tuple(Place(use.module, use.start, use.end) for use in uses), said(uses))
        for item, uses in by_item.items()
    )


def _nothing(_: Iterable[Reference]) -> str:
    return ""
