"""What an editor asks about names and files: one question for each language of fences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.definition import definition, implementation
from boundary_lsp.ide.hierarchy import Call, hierarchy_item, incoming, outgoing
from boundary_lsp.ide.highlight import highlights
from boundary_lsp.ide.moves import moved_imports
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.references import references
from boundary_lsp.ide.renaming import CannotRename, rename, rename_range
from boundary_lsp.ide.transfers import transfer_text
from boundary_lsp.model.fixes import TextChange, spliced
from tests.ide.asking import Asked
from tests.support.views import reference_words


def _references(asked: Asked) -> Iterator[str]:
    found = references(asked.snapshot, asked.module, asked.start)
    if found is not None and found.declaration is not None:
        yield f"{_at(asked.snapshot, found.declaration)} declaration"
    for one in found.references if found is not None else ():
        yield f"{_at(asked.snapshot, Place(one.module, one.start, one.end))} {reference_words(one)}"


def _definition(asked: Asked) -> Iterator[str]:
    return (_at(asked.snapshot, place) for place in definition(asked.snapshot, asked.module, asked.start))


def _implementation(asked: Asked) -> Iterator[str]:
    return (_at(asked.snapshot, place) for place in implementation(asked.snapshot, asked.module, asked.start))


def _highlight(asked: Asked) -> Iterator[str]:
    for one in highlights(asked.snapshot, asked.module, asked.start):
        place = _at(asked.snapshot, Place(asked.module, one.start, one.end))
        yield f"{place} declaration" if one.is_declaration else place


def _transfer(asked: Asked) -> Iterator[str]:
    """What the use at the cursor is said to be."""
    found = references(asked.snapshot, asked.module, asked.start)
    uses = found.references if found is not None else ()
    here = [use for use in uses if use.module == asked.module and use.start <= asked.start < use.end]
    if here:
        yield transfer_text(here)


def _incoming(asked: Asked) -> Iterator[str]:
    item = hierarchy_item(asked.snapshot, asked.module, asked.start)
    return _calls(asked.snapshot, incoming(asked.snapshot, item.module, item.name) if item else ())


def _outgoing(asked: Asked) -> Iterator[str]:
    item = hierarchy_item(asked.snapshot, asked.module, asked.start)
    return _calls(asked.snapshot, outgoing(asked.snapshot, item.module, item.name) if item else ())


def _rename(asked: Asked) -> Iterator[str]:
    """Every changed line as it is afterwards; the reason where there is none."""
    try:
        changes = rename(asked.snapshot, asked.module, asked.start, asked.fence.option("to"))
    except CannotRename as reason:
        return iter([f"refused: {reason}"])
    return _changed(asked.snapshot, changes)


def _rename_range(asked: Asked) -> Iterator[str]:
    try:
        place = rename_range(asked.snapshot, asked.module, asked.start)
    except CannotRename as reason:
        return iter([f"refused: {reason}"])
    return iter([_at(asked.snapshot, place)] if place is not None else [])


def _move(asked: Asked) -> Iterator[str]:
    """`move old=new`: changed lines under the old paths."""
    moves = dict(word.split("=") for word in asked.fence.options)
    return _changed(asked.snapshot, moved_imports(asked.snapshot, moves))


def _changed(snapshot: Snapshot, changes: Iterable[TextChange]) -> Iterator[str]:
    for change in changes:
        before = snapshot.files.read(change.path)
        now = spliced(before, change.splices).decode().split("\n")
        both = zip(before.decode().split("\n"), now, strict=True)
        yield from (f"{change.path}:{number}: {new}" for number, (old, new) in enumerate(both, 1) if old != new)


def _calls(snapshot: Snapshot, calls: Iterable[Call]) -> Iterator[str]:
    for call in calls:
        item = f"{snapshot.program.modules[call.item.module]}#{call.item.label}"
        places = ", ".join(_at(snapshot, place) for place in call.places)
        yield " ".join(filter(None, (item, places, call.said)))


def _at(snapshot: Snapshot, place: Place) -> str:
    """`app/page.tsx:3:8 save`."""
    line, column = snapshot.lines(place.module).position(place.start)
    path = snapshot.program.modules[place.module]
    word = snapshot.files.read(path)[place.start : place.end].decode()
    return f"{path}:{line + 1}:{column + 1} {word}".rstrip()


NAME_QUESTIONS: Mapping[str, Callable[[Asked], Iterable[str]]] = {
    "references": _references,
    "definition": _definition,
    "implementation": _implementation,
    "highlight": _highlight,
    "transfer": _transfer,
    "incoming": _incoming,
    "outgoing": _outgoing,
    "move": _move,
    "rename": _rename,
    "rename-range": _rename_range,
}
