"""What `ide/` shows and offers, as text. A fence that has a name is of that module."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.hints import hints
from boundary_lsp.ide.hover import hover
from boundary_lsp.ide.lenses import lenses
from boundary_lsp.ide.links import links
from boundary_lsp.ide.marks import marks
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.symbols import endpoints_like, endpoints_of
from tests.ide.answers import Cursor, at, lines
from tests.support.markdown import Fence


def _lenses(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    return lines(
        line
        for lens in lenses(snapshot, _module(snapshot, fence))
        for line in (f"{at(snapshot, lens.place)}: {lens.title}", *(f"  {at(snapshot, p)}" for p in lens.targets))
    )


def _hints(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    """`lines=2-3`: only those."""
    module, text = _module(snapshot, fence), snapshot.lines(_module(snapshot, fence))
    first, _, last = fence.option("lines", f"1-{len(text)}").partition("-")
    found = hints(snapshot, module, text.offset(int(first) - 1, 0), text.offset(int(last), 0) - 1)
    return lines(f"{_before(snapshot, module, hint.offset)} {hint.label}" for hint in found)


def _before(snapshot: Snapshot, module: int, offset: int) -> str:
    line, column = snapshot.lines(module).position(offset)
    return snapshot.lines(module).text(line).decode()[:column]


def _links(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    found = links(snapshot, _module(snapshot, fence))
    return lines(f"{at(snapshot, link.place)} -> {snapshot.program.modules[link.target]}" for link in found)


def _symbols(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    query = fence.option("query")
    found = endpoints_like(snapshot, query) if query else endpoints_of(snapshot, _module(snapshot, fence))
    return lines(f"{at(snapshot, symbol.place)} = {symbol.name}: {symbol.detail}" for symbol in found)


def _marks(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    module = _module(snapshot, fence)
    return lines(
        f"{at(snapshot, Place(module, mark.start, mark.end))}: {', '.join(mark.crossings)}"
        for mark in marks(snapshot, module)
    )


def _hover(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    assert cursor is not None
    found = hover(snapshot, *cursor)
    return lines([f"{at(snapshot, found.place)}", "", *found.text.split("\n")] if found else [])


SHOWN: Mapping[str, Callable[[Snapshot, Cursor | None, Fence], str]] = {
    "hints": _hints,
    "hover": _hover,
    "lenses": _lenses,
    "links": _links,
    "marks": _marks,
    "symbols": _symbols,
}


def _module(snapshot: Snapshot, fence: Fence) -> int:
    module = snapshot.program.module_index(fence.name)
    assert module is not None, f"{fence.name} is no module"
    return module
