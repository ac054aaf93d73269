"""What pyright's types come out as: every assertion of the page here, asked of the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.pyright.locate import locate_pyright
from boundary_lsp.adapters.pyright.oracle import PyrightOracle
from tests.oracle.pages import Program, mistakes, programs

PAGE = Path(__file__).parent / "pages.md"


@pytest.mark.realbuild
@pytest.mark.parametrize("program", [pytest.param(one, id=one.title) for one in programs(PAGE)])
def test_types(program: Program, tmp_path: Path) -> None:
    program.write(tmp_path)
    oracle = PyrightOracle(locate_pyright(str(tmp_path)), DiskFileSystem(tmp_path.as_posix()))
    assert mistakes(PAGE, program, oracle) == []
