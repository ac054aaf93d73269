"""Whatever an editor asks about, anywhere in our specs and pages, is answered, and within the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.actions import actions
from boundary_lsp.ide.completion import directive_completions
from boundary_lsp.ide.hints import hints
from boundary_lsp.ide.hover import hover
from boundary_lsp.ide.lenses import lenses
from boundary_lsp.ide.links import links
from boundary_lsp.ide.marks import marks
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.symbols import endpoints_like, endpoints_of
from tests.fixes.fixing import analysed
from tests.support.spec import spec_tests

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("docs/rules/*.md"), *REPOSITORY.glob("tests/specs/*.md")])
STEP = 5
"""Bytes between two places that are asked about: no name is passed over for long."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_shown_is_in_the_text(page: Path) -> None:
    for test in spec_tests(page.read_text(encoding="utf-8")):
        snapshot = analysed(test.stages[0].texts())
        for module, path in enumerate(snapshot.program.modules):
            assert all(0 <= p.start <= p.end <= len(text(snapshot, p.module)) for p in shown(snapshot, module)), path
            marked = marks(snapshot, module)
            assert all(now.end <= after.start for now, after in pairwise(marked)), path


def shown(snapshot: Snapshot, module: int) -> Iterator[Place]:
    size = len(text(snapshot, module))
    for lens in lenses(snapshot, module):
        yield from (lens.place, *lens.targets)
    yield from (link.place for link in links(snapshot, module))
    yield from (symbol.place for symbol in (*endpoints_of(snapshot, module), *endpoints_like(snapshot, "")))
    yield from (Place(module, hint.offset, hint.offset) for hint in hints(snapshot, module, 0, size))
    yield from (Place(module, mark.start, mark.end) for mark in marks(snapshot, module))
    for offset in range(0, size + 1, STEP):
        found = hover(snapshot, module, offset, every_name=bool(offset % 2))
        if found is not None:
            assert found.text
            assert found.place.start <= offset <= found.place.end
            yield found.place
        for completion in directive_completions(snapshot, module, offset):
            assert completion.start <= offset <= completion.end
            yield Place(module, completion.start, completion.end)
    for finding in (finding for finding in snapshot.findings if finding.module == module):
        for action in actions(snapshot, module, finding.start, finding.end):
            yield from (
                Place(module, splice.start, splice.end)
                for change in (action.fix.changes if action.fix else ())
                if change.path == snapshot.program.modules[module]
                for splice in change.splices
            )


def text(snapshot: Snapshot, module: int) -> bytes:
    return snapshot.files.read(snapshot.program.modules[module])
