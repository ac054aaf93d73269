"""From a name to where it is made: its definition, and what really runs behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import token_at
from boundary_lsp.graph.linking import NAMESPACE, reexport_index
from boundary_lsp.graph.names import Thing, Use, thing_of
from boundary_lsp.ide.places import Place, declaration_of
from boundary_lsp.ide.references import is_beyond_names
from boundary_lsp.ide.server_functions import uses_at
from boundary_lsp.model.spans import decode_spans


def definition(snapshot: Snapshot, module: int, offset: int) -> tuple[Place, ...]:
    """Through imports and barrels to the declaration, of a specifier to the module. Two where the browser is given
    another one."""
    tokens = (token_at(snapshot.names, module, offset, view) for view in range(len(snapshot.names.views)))
    things = [token.thing for token in tokens if token is not None and token.thing is not None]
    found = _places(snapshot, things)
    return found or tuple(Place(target, 0, 0) for target in _modules_at(snapshot, module, offset))


def implementation(snapshot: Snapshot, module: int, offset: int) -> tuple[Place, ...]:
    """The server functions that a name can stand for: through props (`onDelete()` in a row runs the page's `remove`),
    local aliases and endpoints that pass another function on. Elsewhere the definition."""
    found = _functions_of(snapshot, uses_at(snapshot, module, offset))
    token = token_at(snapshot.names, module, offset)
    if found or token is None or token.thing is None:
        return found or definition(snapshot, module, offset)
    return _places(snapshot, [_behind(snapshot, token.thing)])


def implementation_beyond_names(snapshot: Snapshot, module: int, offset: int) -> tuple[Place, ...]:
    """Those that the language's own server does not find: through props and aliases, and by strings."""
    uses = uses_at(snapshot, module, offset)
    return _functions_of(snapshot, (use for use in uses if is_beyond_names(snapshot, use.reference)))


def _functions_of(snapshot: Snapshot, uses: Iterable[Use]) -> tuple[Place, ...]:
    functions = (snapshot.names.functions[use.function] for use in uses)
    return _places(snapshot, [_behind(snapshot, thing) for thing in functions if thing is not None])


def _behind(snapshot: Snapshot, thing: Thing) -> Thing:
    """What a `'use server'` module that only passes a function on has it from."""
    seen: set[Thing] = set()
    while thing.key < NAMESPACE and thing not in seen:
        seen.add(thing)
        thing = thing_of(snapshot.names.linker.behind(thing.module, reexport_index(thing.key))) or thing
    return thing


def _places(snapshot: Snapshot, things: Iterable[Thing]) -> tuple[Place, ...]:
    places = (declaration_of(snapshot, thing) for thing in dict.fromkeys(things))
    return tuple(place for place in places if place is not None)


def _modules_at(snapshot: Snapshot, module: int, offset: int) -> Iterator[int]:
    """The modules that the specifier there leads to."""
    program = snapshot.program
    spans = decode_spans(program.facts[module]).imports
    for number, (start, end) in enumerate(zip(spans[::2], spans[1::2], strict=True)):
        if start <= offset < end:
            rows = (program.links.server[module], program.links.client[module])
            yield from (target for target in dict.fromkeys(row[number] for row in rows) if target >= 0)
