"""Whatever is renamed, the program says the same as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.renaming import CannotRename, rename
from boundary_lsp.model.fixes import spliced
from boundary_lsp.model.spans import decode_spans
from tests.support.spec import spec_tests

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("docs/rules/*.md"), *REPOSITORY.glob("tests/specs/*.md")])
KNOWN_BY_NAME = {
    ("pages-router-export-in-app", "getProps"): "Next reads the first name of `{ getStaticProps as getProps }`",
    ("pages-router-export-in-app", "getStaticProps"): "the same, from where it is declared",
    ("moved-functions", "after"): "a function of that name is taken for Next's",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_rename_changes_nothing_but_the_name(page: Path) -> None:
    for texts in programs(page):
        before = analysed(texts)
        for module, name, offset in exported_names(before):
            if (page.stem, name) in KNOWN_BY_NAME:
                continue
            try:
                changes = rename(before, module, offset, renamed(name))
            except CannotRename:
                continue
            changed = {c.path: spliced(texts[c.path].encode(), c.splices).decode() for c in changes}
            assert summary(analysed({**texts, **changed})) == summary(before), (page.stem, name, changed)


def test_names_are_renamed() -> None:
    """Or the test above would be about nothing."""
    done = 0
    for texts in programs(REPOSITORY / "tests/specs/barrels.md"):
        snapshot = analysed(texts)
        for module, name, offset in exported_names(snapshot):
            try:
                done += bool(rename(snapshot, module, offset, renamed(name)))
            except CannotRename:
                continue
    assert done > 5


def renamed(name: str) -> str:
    """What is private in Python stays so."""
    return "_renamed" if name.startswith("_") else "Renamed" if name[0].isupper() else "renamed"


def summary(snapshot: Snapshot) -> Counter[object]:
    """What must not change: which specifiers lead where, what is used how, what is alive, which rules speak."""
    program = snapshot.program
    uses = [
        (f.module, f.liveness, f.published, r.module, r.kind, r.transfers)
        for f in program.server_functions
        for r in f.references
    ]
    sites = [(m, s.kind, s.declaration) for m, facts in enumerate(program.facts) for s in facts.uses.sites]
    findings = [(f.rule, f.severity, f.module) for f in snapshot.findings]
    return Counter([*uses, *sites, *findings, *enumerate(program.layer_bits)])


def exported_names(snapshot: Snapshot) -> Iterator[tuple[int, str, int]]:
    for module, facts in enumerate(snapshot.program.facts):
        spans = decode_spans(facts)
        for export, start in zip(facts.interface.exports, spans.exported_things[::2], strict=True):
            if export.name not in ("*", "=", "default"):
                yield module, export.name, start


def programs(page: Path) -> Iterator[dict[str, str]]:
    for test in spec_tests(page.read_text(encoding="utf-8")):
        yield test.stages[0].texts()


def analysed(texts: dict[str, str]) -> Snapshot:
    return memory_workspace(MemoryFileSystem(dict(texts))).snapshot()
