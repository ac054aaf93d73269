"""What is told about the name, the import or the directive under the cursor.

Only of what crosses: whatever else there is to say about a name, the language's own server says it.
"""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import token_at
from boundary_lsp.graph.server_uses import layers_before_clients
from boundary_lsp.ide.cursor import directive_at, import_at
from boundary_lsp.ide.hover_functions import function_text
from boundary_lsp.ide.hover_modules import client_text, directive_text, door_text
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.references import is_beyond_names
from boundary_lsp.ide.server_functions import function_of, uses_at
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.model.spans import decode_spans, span_at

_MOST = 3
"""Functions that one prop may hold, and are told of."""


class Hover(NamedTuple):
    place: Place
    text: str
    """Markdown."""


def hover(snapshot: Snapshot, module: int, offset: int, every_name: bool) -> Hover | None:
    """None where nothing that crosses is under the offset. `every_name`: with the signature, too, where a function is
    called by its own name; behind a prop, an alias or a string it is always told."""
    found = _of_use(snapshot, module, offset, every_name) or _of_name(snapshot, module, offset, every_name)
    return found or _of_import(snapshot, module, offset) or _of_directive(snapshot, module, offset)


def _of_use(snapshot: Snapshot, module: int, offset: int, every_name: bool) -> Hover | None:
    uses = uses_at(snapshot, module, offset)
    if not uses:
        return None
    texts = [
        function_text(snapshot, use.function, use.reference, every_name or is_beyond_names(snapshot, use.reference))
        for use in uses[:_MOST]
    ]
    first = uses[0].reference
    return Hover(Place(module, first.start, first.end), "\n\n---\n\n".join(texts))


def _of_name(snapshot: Snapshot, module: int, offset: int, every_name: bool) -> Hover | None:
    token = token_at(snapshot.names, module, offset)
    if token is None:
        return None
    place = Place(module, token.start, token.end)
    number = function_of(snapshot.program, token)
    if number is not None:
        return Hover(place, function_text(snapshot, number, None, every_name))
    if not _may_be_a_reference(snapshot, module, token.module):
        return None
    text = client_text(snapshot, token.module, token.name)
    return Hover(place, text) if text else None


def _may_be_a_reference(snapshot: Snapshot, module: int, target: int) -> bool:
    program = snapshot.program
    is_seen_from_server = bool(program.layer_bits[module] & layers_before_clients(program))
    return program.directives[target] == CLIENT and (module == target or is_seen_from_server)


def _of_import(snapshot: Snapshot, module: int, offset: int) -> Hover | None:
    imported = import_at(snapshot, module, offset)
    if imported is None:
        return None
    text = door_text(snapshot, module, imported)
    place = Place(module, *span_at(decode_spans(snapshot.program.facts[module]).imports, imported))
    return Hover(place, text) if text else None


def _of_directive(snapshot: Snapshot, module: int, offset: int) -> Hover | None:
    index = directive_at(snapshot, module, offset)
    if index is None:
        return None
    facts = snapshot.program.facts[module]
    place = Place(module, *span_at(decode_spans(facts).directives, index))
    directive = facts.interface.directives[index]
    if directive.place is DirectivePlace.PROLOGUE and directive.value == facts.interface.directive:
        return Hover(place, directive_text(snapshot, module))
    if directive.place is not DirectivePlace.FUNCTION:
        return None
    for number, function in enumerate(snapshot.program.server_functions):
        if function.module == module and function.inline >= 0 and function.name == directive.function:
            return Hover(place, function_text(snapshot, number, None, True))
    return None
