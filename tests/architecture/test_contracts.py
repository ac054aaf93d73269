"""The architecture is a feature: contracts between rooms, style and types, checked like behaviour."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "boundary_lsp"
TYPED_TESTS = (
    "tests/support",
    "tests/specs",
    "tests/resolution",
    "tests/realbuild",
    "tests/conformance",
    "tests/differential",
    "tests/lsp",
    "tests/oracle",
    "tests/packaging",
    "tests/pages",
    "tests/wire",
)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["lint-imports"], id="contracts"),
        pytest.param(["ruff", "check", "."], id="style"),
        pytest.param(["ruff", "format", "--check", "."], id="format"),
        pytest.param(["mypy"], id="types"),
        pytest.param(["mypy", "--strict", *TYPED_TESTS], id="types of tests"),
    ],
)
def test_tool_is_content(command: list[str]) -> None:
    script = Path(sys.executable).parent / command[0]
    done = subprocess.run([str(script), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_map_names_every_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    assert {room for room in rooms if f"`{room}/`" not in text} == set()


def test_every_dependency_has_its_reason() -> None:
    manifest = (ROOT / "pyproject.toml").read_text("utf-8")
    names = set(re.findall(r'^    "([a-z0-9-]+)[^"]*",$', manifest, re.MULTILINE))
    reasons = (ROOT / "docs" / "DEPENDENCIES.md").read_text("utf-8")
    assert names
    assert {name for name in names if name not in reasons} == set()


def test_files_are_small_rooms() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in PACKAGE.rglob("*.py")
        if (n := len(p.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}
