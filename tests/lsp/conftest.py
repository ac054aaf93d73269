from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli import shop
from tests.lsp.client import Client


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The shop, in a folder of its own."""
    return shop.write(tmp_path / "shop")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """Not started; in the end it is shut down, and whatever went wrong on the way fails the test."""
    client = Client(tmp_path / "cache")
    yield client
    assert client.stop() == 0
