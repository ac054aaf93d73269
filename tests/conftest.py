"""Collects the specs below `tests/specs`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import spec_items

SPECS = Path(__file__).parent / "specs"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return spec_items.collect(file_path, parent, SPECS)
