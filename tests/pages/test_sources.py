"""The sources of what pages do: types, style, unit tests, and that the bundle which is kept is made of them."""

from __future__ import annotations

import fcntl
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from build_pages import PAGES, TEMPLATES, build
from node_tools import npm_packages

pytestmark = pytest.mark.realbuild


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    """Test processes share the folder in which packages are installed."""
    with (Path(tempfile.gettempdir()) / "boundary-pages.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        npm_packages(PAGES)
        yield


@pytest.mark.parametrize("script", ["types", "lint", "test"])
def test_npm_run(script: str) -> None:
    done = subprocess.run(["npm", "run", script], cwd=PAGES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_bundle_is_made_of_its_sources(tmp_path: Path) -> None:
    build(tmp_path)
    for bundle in tmp_path.iterdir():
        assert bundle.read_bytes() == (TEMPLATES / bundle.name).read_bytes(), "run scripts/build_pages.py"
    assert [bundle.name for bundle in tmp_path.iterdir()] == ["map.js"]


def test_licenses_come_with_the_bundle() -> None:
    text = (TEMPLATES / "map.js").read_text("utf-8")
    for package in ("d3-hierarchy", "d3-path", "d3-shape"):
        assert f"\n{package} " in text
    assert text.count("Permission to use, copy, modify") == 3
