"""Every row of `flight.json`, written as TypeScript, with the checker's help and the real types of React and Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.typescript.locate import Located
from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.wire.flight_programs import mistakes, texts

_PACKAGES = Path(__file__).parent / "types-of-react"
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


@pytest.mark.realbuild
def test_the_checker_gets_what_was_measured(checker: str, tmp_path: Path) -> None:
    shutil.copytree(_PACKAGES, tmp_path, dirs_exist_ok=True)
    subprocess.run(_INSTALL, cwd=tmp_path, check=True, timeout=120)
    for path, text in texts().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    files = DiskFileSystem(tmp_path.as_posix())
    oracle = TypeScriptOracle(Located(checker), files, load_project(files, LANGUAGES).tsconfigs)
    try:
        assert mistakes("checked", oracle) == []
        assert not oracle.trouble
    finally:
        oracle.close()
