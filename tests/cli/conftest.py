from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import shop


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The shop, in a folder of its own; what a run remembers lies beside it."""
    return shop.write(tmp_path / "shop")
