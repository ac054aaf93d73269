"""The answers of `ide/` as text: one function for each language of fences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from itertools import chain, repeat
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.definition import definition, implementation, implementation_beyond_names
from boundary_lsp.ide.hierarchy import Call, crosses, hierarchy_item, incoming, outgoing
from boundary_lsp.ide.highlight import highlights
from boundary_lsp.ide.moves import moved_imports
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.references import references
from boundary_lsp.ide.renaming import CannotRename, rename, rename_range
from boundary_lsp.ide.server_functions import uses_behind
from boundary_lsp.ide.transfers import transfer_text
from boundary_lsp.model.fixes import TextChange, spliced
from tests.support.markdown import Fence
from tests.support.views import reference_words


class Cursor(NamedTuple):
    module: int
    offset: int


def _references(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    found = references(snapshot, *_required(cursor))
    if found is None:
        return "nothing\n"
    declared = [f"{at(snapshot, found.declaration)} declaration"] if found.declaration else []
    uses = [f"{at(snapshot, Place(one.module, one.start, one.end))} {reference_words(one)}" for one in found.references]
    return lined([*declared, *uses])


def _by_transfer(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    found = uses_behind(snapshot, *_required(cursor)) or {}
    return lined(
        f"{transfer.value}: {', '.join(at(snapshot, Place(one.module, one.start, one.end)) for one in uses)}"
        for transfer, uses in found.items()
    )


def _definition(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    return lined(at(snapshot, place) for place in definition(snapshot, *_required(cursor)))


def _implementation(snapshot: Snapshot, cursor: Cursor | None, fence: Fence) -> str:
    look = implementation_beyond_names if "beside" in fence.options else implementation
    return lined(at(snapshot, place) for place in look(snapshot, *_required(cursor)))


def _highlight(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    module, offset = _required(cursor)
    return lined(
        at(snapshot, Place(module, one.start, one.end)) + (" declaration" if one.is_declaration else "")
        for one in highlights(snapshot, module, offset)
    )


def _transfer(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    """What the use at the cursor is said to be."""
    module, offset = _required(cursor)
    found = references(snapshot, module, offset)
    here = [one for one in found.references if one.module == module and one.start <= offset < one.end] if found else []
    return lined([transfer_text(here)] if here else [])


def _hierarchy(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    """What it begins with beside another server."""
    item = hierarchy_item(snapshot, *_required(cursor))
    return lined([at(snapshot, item.place)] if item and crosses(snapshot, item) else [])


def _incoming(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    item = hierarchy_item(snapshot, *_required(cursor))
    return _calls(snapshot, incoming(snapshot, item.module, item.name) if item else ())


def _outgoing(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    item = hierarchy_item(snapshot, *_required(cursor))
    return _calls(snapshot, outgoing(snapshot, item.module, item.name) if item else ())


def _rename(snapshot: Snapshot, cursor: Cursor | None, fence: Fence) -> str:
    """Every changed line as it is afterwards; the reason where there is none."""
    try:
        return _changed(snapshot, rename(snapshot, *_required(cursor), fence.option("to")))
    except CannotRename as reason:
        return f"refused: {reason}\n"


def _rename_range(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    try:
        place = rename_range(snapshot, *_required(cursor))
    except CannotRename as reason:
        return f"refused: {reason}\n"
    return lined([at(snapshot, place)] if place is not None else [])


def _move(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    """`move old=new`: changed lines under the old paths."""
    moves = dict(word.split("=") for word in fence.options)
    return _changed(snapshot, moved_imports(snapshot, moves))


ANSWERS: Mapping[str, Callable[[Snapshot, Cursor | None, Fence], str]] = {
    "references": _references,
    "by-transfer": _by_transfer,
    "definition": _definition,
    "implementation": _implementation,
    "highlight": _highlight,
    "transfer": _transfer,
    "hierarchy": _hierarchy,
    "incoming": _incoming,
    "outgoing": _outgoing,
    "move": _move,
    "rename": _rename,
    "rename-range": _rename_range,
}


def _changed(snapshot: Snapshot, changes: Iterable[TextChange]) -> str:
    """With the number that the line had, or the first of those that it stands for."""
    told = []
    for change in changes:
        before = snapshot.files.read(change.path)
        lines, after = before.decode().split("\n"), spliced(before, change.splices).decode().split("\n")
        for _, start, end, new_start, new_end in SequenceMatcher(None, lines, after, autojunk=False).get_opcodes():
            new = after[new_start:new_end]
            numbers = chain(range(start, end), repeat(max(start, end - 1)))
            if new != lines[start:end]:
                told += [f"{change.path}:{n + 1}: {line}" for n, line in zip(numbers, new, strict=False)]
    return lined(told)


def _calls(snapshot: Snapshot, calls: Iterable[Call]) -> str:
    return lined(
        f"{snapshot.program.modules[call.item.module]}#{call.item.label}"
        f" {', '.join(at(snapshot, place) for place in call.places)}" + (f" {call.said}" if call.said else "")
        for call in calls
    )


def at(snapshot: Snapshot, place: Place) -> str:
    """`app/page.tsx:3:8 save`."""
    line, column = snapshot.lines(place.module).position(place.start)
    path = snapshot.program.modules[place.module]
    word = snapshot.files.read(path)[place.start : place.end].decode()
    return f"{path}:{line + 1}:{column + 1}" + (f" {word}" if word else "")


def lined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines) or "nothing\n"


def _required(cursor: Cursor | None) -> Cursor:
    if cursor is None:
        raise AssertionError("the page has no such cursor in a module")
    return cursor
