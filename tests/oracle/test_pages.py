"""What the checker's types come out as: every assertion of every page here, asked of the real checker."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.typescript.locate import Located
from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.oracle.pages import Program, programs
from tests.oracle.spelling import spell, spell_signature

PAGES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [pytest.param(page, program, id=f"{page.stem}-{program.title}") for page in PAGES for program in programs(page)]


@pytest.mark.realbuild
@pytest.mark.parametrize(("page", "program"), CASES)
def test_types(page: Path, program: Program, checker: str, tmp_path: Path) -> None:
    for path, text in program.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    files = DiskFileSystem(tmp_path.as_posix())
    oracle = TypeScriptOracle(Located(checker), files, load_project(files, LANGUAGES).tsconfigs)
    try:
        types = oracle.types(list(program.types))
        signatures = oracle.signatures(list(program.signatures))
    finally:
        oracle.close()
    wrong = [
        f"{page}:{line}: {found}, not {wanted}"
        for asked, spelled in (
            (program.types, {one: spell(types.get(one)) for one in program.types}),
            (program.signatures, {one: spell_signature(signatures.get(one)) for one in program.signatures}),
        )
        for one, (line, wanted) in asked.items()
        if (found := spelled[one]) != wanted
    ]
    assert not oracle.trouble
    assert not wrong, "\n" + "\n".join(wrong)
