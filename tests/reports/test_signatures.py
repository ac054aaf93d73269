"""`boundary endpoints` in text: pages with programs, and parts of what is printed of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.reports.endpoints import endpoints_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import plain
from boundary_lsp.reports.text_endpoints import endpoints_lines
from tests.support.markdown import Section, sections
from tests.support.spec import DEFAULT_MANIFEST, DEFAULT_TSCONFIG

PAGE = Path(__file__).parent / "signatures.md"
SECTIONS = [one for top in sections(PAGE.read_text("utf-8")) for one in top.all() if one.fences]


def test_an_annotation_is_shown_however_much_stands_before_it() -> None:
    """`save(first = { … }, input: Input)`: what it takes to read the one must not hide the other."""
    large = ", ".join(f"k{index}: {{ a: {index}, b: [{index}] }}" for index in range(800))
    source = f"'use server';\nexport async function save(first = {{ {large} }}, input: Input) {{}}\n"
    page = "import { save } from './save';\nexport default () => <form action={save} />;\n"
    files = {"package.json": DEFAULT_MANIFEST, "app/save.ts": source, "app/page.tsx": page}
    snapshot = memory_workspace(MemoryFileSystem(files), Options(select=frozenset(), types="declared")).snapshot()
    [endpoint] = endpoints_answer(snapshot, range(1)).endpoints
    assert endpoint.parameters[1].type == "Input"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_endpoints(section: Section) -> None:
    files = {fence.name: fence.text for fence in section.fences if fence.language != "endpoints"}
    files = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG, **files}
    for fence in section.fences:
        if fence.language == "endpoints":
            types = "off" if fence.option("types") else "declared"
            options = Options(select=frozenset(), types=types)  # type: ignore[arg-type]
            snapshot = memory_workspace(MemoryFileSystem(files), options).snapshot()
            answer = endpoints_answer(snapshot, range(len(snapshot.program.server_functions)))
            lines = endpoints_lines(answer, Shown(snapshot, lambda path: path), int(fence.option("columns", "100")))
            assert fence.text in plain(lines), plain(lines)
