"""The map as data: pages with programs, and what is on their maps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import astuple

from boundary_lsp.model.map_page import Map
from boundary_lsp.reports.comparison import comparison, door_changes
from boundary_lsp.reports.map_changes import Since
from boundary_lsp.reports.map_page import map_page
from tests.reports.stages import snapshot_at
from tests.support.markdown import Section, sections

PAGE = Path(__file__).parent / "map.md"
SECTIONS = [one for top in sections(PAGE.read_text("utf-8")) for one in top.all() if one.fences]
ANSWERS = ("map",)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_what_is_on_the_map(section: Section) -> None:
    for fence in section.fences:
        if fence.language == "map":
            found = map_of(section, fence.option("below", ""))
            assert "".join(f"{line}\n" for line in _lines(found)) == fence.text, f"line {fence.line}"


def map_of(section: Section, below: str) -> Map:
    """Of the modules whose paths begin so, after the last stage; compared with the first where there are several."""
    before, after = snapshot_at(section, 1, ANSWERS), snapshot_at(section, 2, ANSWERS)
    since = None
    if any(fence.option("stage") for fence in section.fences):
        compared = comparison(before.program, after.program, "main", "0123456789abcdef", bool)
        since = Since(compared, door_changes(before.program, after.program, bool))
    modules = {number for number, path in enumerate(after.program.modules) if path.startswith(below)}
    return map_page(after, modules, since, "2026-11-30")


def _lines(found: Map) -> Iterator[str]:
    """`node <- the step before:line`, `node => node:line names` for doors, `name: users` for endpoints."""
    ids = [f"{found.sides[node.side]}/{found.paths[node.path]}" for node in found.nodes]
    yield found.headline
    for number in sorted(range(len(ids)), key=ids.__getitem__):
        node, directive = found.nodes[number], found.directives[found.nodes[number].path]
        marks = f"{' (new)' if node.new else ''}{f' {directive!r}' if directive else ''}"
        imports = "".join(f" -> {ids[target]}" for target in found.imports[number])
        yield f"{ids[number]}{marks}{_before(found, ids, node.way)}{imports}"
    for source, target, line, names, new in map(astuple, found.doors):
        yield f"{ids[source]} => {ids[target]}:{line} {', '.join(names)}{' (new)' if new else ''}"
    for one in found.endpoints:
        users = ", ".join(f"{ids[use.node] if use.node >= 0 else use.path}:{use.line}" for use in one.uses)
        yield f"{ids[one.node]}~{one.name}: {one.label}{f' ({one.mark})' if one.mark else ''}; {users or 'no use'}"
    for change in found.changes:
        yield from (f"{change.title}: {entry.text} [{entry.detail}] {entry.at}" for entry in change.entries)


def _before(found: Map, ids: list[str], way: int) -> str:
    if way < 0:
        return ""
    step = found.steps[way]
    return " (start)" if step.before < 0 else f" <- {ids[found.steps[step.before].node]}:{step.line}"
