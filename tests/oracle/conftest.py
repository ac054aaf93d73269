"""The checker itself, installed once for all tests of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from boundary_lsp.adapters.typescript.install import install_checker


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The path of the pinned checker, fetched from npm."""
    before = os.environ.get("BOUNDARY_CACHE_DIR")
    os.environ["BOUNDARY_CACHE_DIR"] = str(tmp_path_factory.mktemp("checker"))
    try:
        yield install_checker()
    finally:
        del os.environ["BOUNDARY_CACHE_DIR"]
        if before is not None:
            os.environ["BOUNDARY_CACHE_DIR"] = before
