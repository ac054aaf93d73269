"""A program on disk for each test, and the servers that stand beside ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from .neighbours import install

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the shop, without its packages; a repository, as its root is what editors look for."""
    copy = Path(shutil.copytree(CORPUS / "next-shop", tmp_path / "next-shop"))
    subprocess.run(["git", "init", "-q", str(copy)], check=True)
    return copy


@pytest.fixture(scope="session")
def neighbours(pytestconfig: pytest.Config) -> Path:
    """The folder of their packages, in pytest's cache: only the first run installs them."""
    return install(pytestconfig.cache.mkdir("neighbours"))
