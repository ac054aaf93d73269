"""Functions that are called by a name in a string, and the strings that say it: `anvil.server.call("save")`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.frameworks.detect import PROFILES, Detected, started_names
from boundary_lsp.graph.registered import Registered
from boundary_lsp.ide.renaming.imports import Imports, Span
from boundary_lsp.ide.renaming.refusal import CannotRename, line_at, require_readable
from boundary_lsp.ide.renaming.texts import Texts
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.called_names import application_of, calling, registered_in, said

_GIVEN = re.compile(rb"\s*(?::[^=\n]*)?=\s*\(?\s*")
"""Between a constant and its value."""


class Called(NamedTuple):
    """A function, by one of its names."""

    module: int
    function: Registered
    name: str
    decorator: Span | None
    """The one that says the name; None where the function's own name is it."""


class Said(NamedTuple):
    """One string that may name something that is called."""

    module: int
    name: str
    argument: Span
    literal: Span
    """Where it is written: elsewhere, where the argument is a constant. Empty where that cannot be told."""


def called_as(snapshot: Snapshot, module: int, name: str) -> Called | None:
    """The function of a module that is registered under a name."""
    for function in registered_in(snapshot.program, module):
        if name in function.names and function.binding >= 0:
            return Called(module, function, name, _decorator(snapshot, module, function, name))
    return None


def called_at(snapshot: Snapshot, texts: Texts, module: int, offset: int) -> Called | None:
    """What the string there calls, or registers."""
    for one in _said_in(snapshot, module):
        if one.literal[0] <= offset <= one.literal[1] and _literal(texts, module, one.literal, one.name):
            for called in _called(snapshot, one):
                return called
    names = ((module, name) for function in registered_in(snapshot.program, module) for name in function.names)
    registered = (called_as(snapshot, *named) for named in names)
    return next((c for c in registered if c is not None and _says(texts, c, offset)), None)


def strings_of(snapshot: Snapshot, texts: Texts, called: Called, new: str) -> Iterator[tuple[int, Span]]:
    """(module, span without quotes) of all that say the name. Raises CannotRename."""
    _require_known(snapshot, called, new)
    if called.decorator is not None:
        yield called.module, _required(snapshot, texts, called.module, called.decorator, called.name)
    for module in range(len(snapshot.program.modules)):
        for one in _said_in(snapshot, module):
            if one.name == called.name and called in _called(snapshot, one):
                _require_own(snapshot, texts, one)
                yield module, _required(snapshot, texts, module, one.literal, one.name)


def _said_in(snapshot: Snapshot, module: int) -> Iterator[Said]:
    facts, number = snapshot.program.facts[module], 0
    spans = decode_spans(facts)
    for index, call in enumerate(facts.uses.named_calls):
        for name in call.names:
            yield Said(module, name, span_at(spans.named_calls, index), span_at(spans.named_strings, number))
            number += 1


def _called(snapshot: Snapshot, one: Said) -> Iterator[Called]:
    program = snapshot.program
    for use in snapshot.names.uses.get(one.module, ()):
        if (use.reference.start, use.reference.end) == one.argument:
            found = called_as(snapshot, program.server_functions[use.function].module, one.name)
            if found is not None:
                yield found


def _decorator(snapshot: Snapshot, module: int, function: Registered, name: str) -> Span | None:
    facts = snapshot.program.facts[module]
    for index, decorator in enumerate(facts.interface.decorators):
        if decorator.path == function.path and decorator.argument == name:
            return span_at(decode_spans(facts).decorators, index)
    return None


def _says(texts: Texts, called: Called, offset: int) -> bool:
    """The decorator says the name there."""
    literal = _literal(texts, called.module, called.decorator, called.name) if called.decorator else None
    return literal is not None and literal[0] <= offset <= literal[1]


def _literal(texts: Texts, module: int, span: Span, name: str) -> Span | None:
    """The name between quotes, first thing of its kind in a part of the text."""
    quoted = rb"(?P<quote>'''|\"\"\"|'|\")(?P<name>%b)(?P=quote)" % re.escape(name.encode())
    found = re.compile(quoted).search(texts.source(module), *span)
    return found.span("name") if found is not None else None


def _required(snapshot: Snapshot, texts: Texts, module: int, span: Span, name: str) -> Span:
    found = _literal(texts, module, span, name)
    if found is None:
        raise CannotRename(f"{line_at(snapshot, module, span[0])} writes the name in another way.")
    return found


def _require_own(snapshot: Snapshot, texts: Texts, one: Said) -> None:
    """A constant that is used for nothing but calls by name, here or elsewhere."""
    start, end = one.argument
    if start <= one.literal[0] < end:
        return
    constant = texts.source(one.module)[start:end]
    spellings = texts.spellings(one.module, constant)
    token = spellings.at(start)
    others = spellings.of(token.home) if token is not None else ()
    uses = snapshot.names.uses.get(one.module, ())
    arguments = {(use.reference.start, use.reference.end) for use in uses}
    source = texts.source(one.module)
    is_given = any(_GIVEN.fullmatch(source, other.end, one.literal[0]) for other in others)
    is_own = all(
        (other.start, other.end) in arguments or _GIVEN.fullmatch(source, other.end, one.literal[0]) for other in others
    )
    if not is_given or not is_own or _is_taken(snapshot, one.module, constant.decode()):
        where = line_at(snapshot, one.module, start)
        raise CannotRename(f"{where} takes the name from elsewhere, where it may mean other things as well.")


def _is_taken(snapshot: Snapshot, module: int, constant: str) -> bool:
    """By another module."""
    imports = Imports(snapshot.program)
    return any(
        entry.imported in (constant, "*")
        for importer, number in imports.importers(module)
        for entry in snapshot.program.facts[importer].interface.imports[number].names
    )


def _require_known(snapshot: Snapshot, called: Called, new: str) -> None:
    """Nobody asks for it by a name that is not seen, and nothing else has the new one."""
    program = snapshot.program
    if program.unknown.get("computed-call"):
        raise CannotRename(f"Some calls go by a name that is computed, and may mean `{called.name}`.")
    number = application_of(program, called.module)
    application = program.applications[number]
    detected = Detected(application, PROFILES[application.framework], "")
    if called.name in started_names(detected, snapshot.files):
        raise CannotRename(f"`{called.name}` is started by that name, as the application's settings say.")
    require_readable(snapshot, called.module, called.name)
    rows = [(module, row) for module in calling(program) for row in said(program, module) if row.application == number]
    taken = next((program.modules[module] for module, row in rows if new in row.names), None)
    if taken is not None:
        raise CannotRename(f"`{taken}` already registers `{new}`.")
    named = [f for module, _ in rows for f in registered_in(program, module) if called.name in f.names]
    if len(named) > 1:
        raise CannotRename(f"More than one function is registered as `{called.name}`.")
