"""A page's program, analysed, and what an editor asks about it: one question for each language of fences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.hints import hints
from boundary_lsp.ide.lenses import lenses
from boundary_lsp.ide.links import links
from boundary_lsp.ide.marks import marks
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.symbols import Symbol, endpoints_like, endpoints_of
from tests.support.markdown import Fence

_CURSOR = re.compile(r"‸(\d?)")
"""Marks the place that is asked about, and is no part of the text; two of them mark what is selected. A number tells
several questions apart: the fence `references 1` asks at `‸1`."""


class Asked(NamedTuple):
    snapshot: Snapshot
    module: int
    """-1 where nothing is asked about one module."""
    cursors: tuple[int, ...]
    """Byte offsets in the module's text."""
    fence: Fence

    @property
    def start(self) -> int:
        return self.cursors[0]

    @property
    def end(self) -> int:
        return self.cursors[-1]


def asked(texts: Mapping[str, str], fence: Fence) -> Asked:
    plain = {path: _CURSOR.sub("", text) for path, text in texts.items()}
    snapshot = memory_workspace(MemoryFileSystem(plain)).snapshot()
    number = next((word for word in fence.options if word.isdigit()), "")
    path = fence.name or next((path for path, text in texts.items() if [*_cursors(text, number)]), "")
    module = snapshot.program.module_index(path) if path else -1
    assert module is not None, f"{path} is no module"
    return Asked(snapshot, module, tuple(_cursors(texts.get(path, ""), number)), fence)


def _cursors(text: str, number: str) -> Iterator[int]:
    """Byte offsets in the text without any cursor."""
    taken = 0
    for cursor in _CURSOR.finditer(text):
        if cursor[1] == number:
            yield len(text[: cursor.start()].encode()) - taken
        taken += len(cursor[0].encode())


def answer(question: Asked, questions: Mapping[str, Callable[[Asked], Iterable[str]]]) -> str:
    """What the fence has to hold."""
    return "".join(f"{line}\n" for line in questions[question.fence.language](question))


def _lenses(asked: Asked) -> Iterator[str]:
    for lens in lenses(asked.snapshot, asked.module):
        yield f"{_text(asked, lens.place)}: {lens.title}"
        yield from (f"  {_place(asked, target)}" for target in lens.targets)


def _hints(asked: Asked) -> Iterator[str]:
    lines = asked.snapshot.lines(asked.module)
    start, end = (asked.start, asked.end) if asked.cursors else (0, lines.offset(len(lines), 0))
    for hint in hints(asked.snapshot, asked.module, start, end):
        line = lines.line_of(hint.offset)
        before = lines.text(line)[: hint.offset - lines.offset(line, 0)].decode()
        yield f"{before} {hint.label}"


def _links(asked: Asked) -> Iterator[str]:
    for link in links(asked.snapshot, asked.module):
        yield f"{_text(asked, link.place)} -> {asked.snapshot.program.modules[link.target]}"


def _symbols(asked: Asked) -> Iterator[str]:
    if asked.module >= 0:
        return _told(asked, endpoints_of(asked.snapshot, asked.module))
    return _told(asked, endpoints_like(asked.snapshot, asked.fence.option("query")))


def _told(asked: Asked, symbols: Iterable[Symbol]) -> Iterator[str]:
    for symbol in symbols:
        yield f"{_place(asked, symbol.place)} {symbol.name}: {symbol.detail}"


def _marks(asked: Asked) -> Iterator[str]:
    for mark in marks(asked.snapshot, asked.module):
        place = Place(asked.module, mark.start, mark.end)
        yield f"{_place(asked, place)} {_text(asked, place)}: {', '.join(mark.crossings)}"


def _place(asked: Asked, place: Place) -> str:
    line, column = asked.snapshot.lines(place.module).position(place.start)
    return f"{asked.snapshot.program.modules[place.module]}:{line + 1}:{column + 1}"


def _text(asked: Asked, place: Place) -> str:
    source = asked.snapshot.files.read(asked.snapshot.program.modules[place.module])
    return source[place.start : place.end].decode()


QUESTIONS: Mapping[str, Callable[[Asked], Iterable[str]]] = {
    "hints": _hints,
    "lenses": _lenses,
    "links": _links,
    "marks": _marks,
    "symbols": _symbols,
}
