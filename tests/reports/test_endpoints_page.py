"""The dead-endpoint report in words: pages with programs, what a pull request is told of them, and rows of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boundary_lsp.model.endpoints_page import Page, Row
from boundary_lsp.ports import Revision
from boundary_lsp.reports.comparison import comparison
from boundary_lsp.reports.endpoint_history import NO_HISTORY, History
from boundary_lsp.reports.endpoints_page import endpoints_page
from boundary_lsp.reports.markdown_endpoints import markdown_endpoints
from tests.reports.stages import snapshot_at
from tests.support.markdown import Section, sections

PAGE = Path(__file__).parent / "endpoints.md"
SECTIONS = [one for top in sections(PAGE.read_text("utf-8")) for one in top.all() if one.fences]
ANSWERS = ("markdown", "row")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_words(section: Section) -> None:
    page = page_of(section)
    rows = {row.name: row for row in page.rows}
    for fence in section.fences:
        if fence.language == "markdown":
            assert markdown_endpoints(page) == fence.text, f"line {fence.line}"
        elif fence.language == "row":
            assert "".join(_lines(rows[fence.option("name")])) == fence.text, f"line {fence.line}"


def page_of(section: Section) -> Page:
    """Of the program after its last stage, compared with the first where there are several."""
    before, after = snapshot_at(section, 1, ANSWERS), snapshot_at(section, 2, ANSWERS)
    stages = any(fence.option("stage") for fence in section.fences)
    compared = comparison(before.program, after.program, "main", "0123456789abcdef", bool) if stages else None
    return endpoints_page(after, range(len(after.program.server_functions)), compared, _history(section), "2026-11-30")


def _history(section: Section) -> History:
    """Of a fence with `uncommitted=3`: at a commit, from which three files differ."""
    found = [changes for fence in section.fences if (changes := fence.option("uncommitted"))]
    return History(Revision("0123456789abcdef", "2026-11-29"), int(found[0]), {}) if found else NO_HISTORY


def _lines(row: Row) -> Iterator[str]:
    yield f"state: {row.liveness}\n"
    yield f"why: {row.why}\n"
    yield f"reach: {row.exposure}\n"
    yield from (f"  {at.path}:{at.line}:{at.column} {at.text}\n" for at in row.publishing)
    yield f"callers: {row.callers_text}\n"
    for use in row.uses:
        through = f" (through {' > '.join(use.through)})" if use.through else ""
        yield f"  {use.place.path}:{use.place.line}:{use.place.column} {use.place.text}{through}\n"
    yield from (f"  loaded: {' -> '.join(chain.steps) or 'by nothing'}\n" for chain in row.chains)
    if row.publishing_way:
        yield f"  browser: {' -> '.join(row.publishing_way)}\n"
    yield f"do: {' '.join(row.advice) or 'nothing'}\n"
    yield from (f"  {twin.before}{twin.name}{twin.after}\n" for twin in row.twins)
    yield f"signature: {row.signature}\n"
