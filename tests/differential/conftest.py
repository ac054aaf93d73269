"""Next's compiler, in a folder of pytest's cache, so that only the first run installs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .next_compiler import install


@pytest.fixture(scope="session")
def next_compiler(pytestconfig: pytest.Config) -> Path:
    return install(pytestconfig.cache.mkdir("next-compiler"))
