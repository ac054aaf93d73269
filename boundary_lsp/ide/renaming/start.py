"""What is to be renamed, by the token that somebody points at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.linking import NAMESPACE
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.renaming.refusal import CannotRename
from boundary_lsp.ide.renaming.registered import Called, called_at
from boundary_lsp.ide.renaming.texts import Texts
from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.spans import decode_spans
from boundary_lsp.syntax.languages import language_of
from boundary_lsp.syntax.languages.texts import Home

_WORD = re.compile(rb"[\w$\x80-\xff]+")


class Start(NamedTuple):
    place: Place
    word: str
    home: Home | None
    """Where a name is in force that this text alone knows; None for one of a module's own."""
    exported_by: tuple[int, ...]
    """The modules that export it under that name, where the token is an exported name and no name of its own text."""
    called: Called | None = None
    """What a string there calls, where it is renamed in strings alone."""


def start_at(snapshot: Snapshot, texts: Texts, module: int, offset: int) -> Start | None:
    """None where no name stands that we can rename."""
    language = language_of(snapshot.program.modules[module])
    if not (language.rewriting or language.is_document):
        return None
    found = next((m for m in _WORD.finditer(texts.source(module)) if m.start() <= offset <= m.end()), None)
    if found is None:
        return None
    place, word = Place(module, *found.span()), found[0].decode("utf-8", "replace")
    if not texts.is_code(module):
        exported_by = tuple(dict.fromkeys((*_exporters(snapshot, place, word), *_imported_from(snapshot, place, word))))
        return Start(place, word, None, exported_by) if exported_by else None
    spellings = texts.text(module).spellings(found[0])
    if spellings is None:
        return None
    own = spellings.at(offset)
    if own is not None:
        return Start(place, word, None if own.home == spellings.whole else own.home, ())
    exported_by = tuple(dict.fromkeys(_exporters(snapshot, place, word)))
    if exported_by:
        return Start(place, word, None, exported_by)
    called = called_at(snapshot, texts, module, offset)
    if called is None:
        return None
    return Start(place, word, None, (called.module,), called if called.decorator is not None else None)


def _exporters(snapshot: Snapshot, place: Place, word: str) -> Iterator[int]:
    """Of a token that spells the name that a module exports."""
    facts = snapshot.program.facts[place.module]
    interface, spans, at = facts.interface, decode_spans(facts), place.start
    names = [(number, name) for number, entry in enumerate(interface.imports) for name in entry.names]
    for (number, name), start in zip(names, spans.imported_names[::2], strict=True):
        if start == at and name.imported == word:
            yield from modules_of(snapshot, place.module, number)
    for export, public, own in zip(interface.exports, spans.exports[::2], spans.exported_things[::2], strict=True):
        if public == at and export.name == word:
            yield place.module
        elif own == at and export.source >= 0 and export.imported == word:
            yield from modules_of(snapshot, place.module, export.source)
    for site, start in zip(facts.uses.sites, spans.sites[::2], strict=True):
        if start == at and site.member == word:
            target = snapshot.names.linker.binding(place.module, site.binding)
            if target is not None and target.binding == NAMESPACE:
                yield target.module


def _imported_from(snapshot: Snapshot, place: Place, word: str) -> Iterator[int]:
    """Of a use in a document: what is imported under its own name."""
    facts = snapshot.program.facts[place.module]
    interface = facts.interface
    for site, start in zip(facts.uses.sites, decode_spans(facts).sites[::2], strict=True):
        binding = interface.bindings[site.binding]
        if start == place.start and binding.kind is BindingKind.IMPORT and binding.local == word:
            names = interface.imports[binding.owner].names
            if any(name.local == name.imported == word for name in names):
                yield from modules_of(snapshot, place.module, binding.owner)


def modules_of(snapshot: Snapshot, module: int, imported: int) -> list[int]:
    """Where an import leads, on either side. Raises CannotRename where that is not in the project."""
    links = snapshot.program.links
    rows = dict.fromkeys((links.server[module][imported], links.client[module][imported]))
    if all(target < 0 for target in rows):
        specifier = snapshot.program.facts[module].interface.imports[imported].specifier
        raise CannotRename(f"It is a name of `{specifier}`, which is no module of this project.")
    return [target for target in rows if target >= 0]
