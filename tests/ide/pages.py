"""Pages of an editor's questions: a program with cursors in it, `$0` to `$9`, and fences with the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.snapshot import Snapshot
from tests.ide.answers import ANSWERS, Cursor
from tests.ide.shown import SHOWN
from tests.support.markdown import Fence
from tests.support.spec import SpecTest, spec_tests

_LANGUAGES = {**ANSWERS, **SHOWN}
_CURSOR = re.compile(r"\$(\d)")


class Program(NamedTuple):
    snapshot: Snapshot
    cursors: Mapping[str, Cursor]
    """By number."""


def ide_tests(page: str) -> Iterator[SpecTest]:
    return spec_tests(page, _LANGUAGES)


def program(test: SpecTest) -> Program:
    """The test's program without its cursors, analysed."""
    texts = test.stages[0].texts()
    plain = {path: _CURSOR.sub("", text) for path, text in texts.items()}
    snapshot = memory_workspace(MemoryFileSystem(plain)).snapshot()
    modules = {path: snapshot.program.module_index(path) for path in texts}
    found = {
        number: Cursor(module, offset)
        for path, text in texts.items()
        for number, offset in _cursors(text)
        if (module := modules[path]) is not None
    }
    return Program(snapshot, found)


def answer(found: Program, fence: Fence) -> str:
    """What the page has to say. A fence's option names its cursor, `$0` where it has none."""
    number = next((word for word in fence.options if word.isdigit()), "0")
    return _LANGUAGES[fence.language](found.snapshot, found.cursors.get(number), fence)


def _cursors(text: str) -> Iterator[tuple[str, int]]:
    """(number, byte offset in the text without cursors)."""
    taken = 0
    for match in _CURSOR.finditer(text):
        yield match[1], len(text[: match.start()].encode()) - taken
        taken += len(match[0].encode())
