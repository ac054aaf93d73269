"""Collects the rules' pages: their examples are their tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import spec_items

RULES = Path(__file__).parent / "rules"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return spec_items.collect(file_path, parent, RULES)
