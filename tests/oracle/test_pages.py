"""What the checker's types come out as: every assertion of every page here, asked of the real checker."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.typescript.locate import Located
from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.oracle.pages import Program, mistakes, programs

PAGES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [pytest.param(page, program, id=f"{page.stem}-{program.title}") for page in PAGES for program in programs(page)]


@pytest.mark.realbuild
@pytest.mark.parametrize(("page", "program"), CASES)
def test_types(page: Path, program: Program, checker: str, tmp_path: Path) -> None:
    program.write(tmp_path)
    files = DiskFileSystem(tmp_path.as_posix())
    oracle = TypeScriptOracle(Located(checker), files, load_project(files, LANGUAGES).tsconfigs)
    assert mistakes(page, program, oracle) == []
