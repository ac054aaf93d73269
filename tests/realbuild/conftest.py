"""The truth about `corpus/next-shop`: what Next itself publishes of it.

By default it is read from `recorded/`, so that every test run can compare against it. With
BOUNDARY_REAL_BUILD=1 in the environment the application is installed and built anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .next_build import BUNDLERS, BuildTruth, Bundler, build, install, load_recorded

CORPUS = Path(__file__).parents[2] / "corpus"
RECORDED = Path(__file__).parent / "recorded"


def builds_are_asked_for() -> bool:
    return os.environ.get("BOUNDARY_REAL_BUILD") == "1"


@pytest.fixture(scope="session")
def next_shop() -> Path:
    """The source of the application."""
    return CORPUS / "next-shop"


@pytest.fixture(scope="session")
def installed_next_shop(next_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with its packages, for both bundlers: one install per test run."""
    return install(next_shop, tmp_path_factory.mktemp("next-shop") / "app")


@pytest.fixture(scope="session", params=BUNDLERS)
def bundler(request: pytest.FixtureRequest) -> Bundler:
    chosen: Bundler = request.param
    return chosen


@pytest.fixture(scope="session")
def recorded_next_shop_truth(bundler: Bundler) -> BuildTruth:
    return load_recorded(RECORDED, "next-shop", bundler)


@pytest.fixture(scope="session")
def built_next_shop_truth(bundler: Bundler, request: pytest.FixtureRequest) -> BuildTruth:
    if not builds_are_asked_for():
        pytest.skip("builds only where BOUNDARY_REAL_BUILD=1 asks for it")
    installed: Path = request.getfixturevalue("installed_next_shop")
    return build(installed, bundler)


@pytest.fixture(scope="session")
def next_shop_truth(recorded_next_shop_truth: BuildTruth, request: pytest.FixtureRequest) -> BuildTruth:
    """What the build with this bundler published: built now where that is asked for, else as recorded."""
    if not builds_are_asked_for():
        return recorded_next_shop_truth
    built: BuildTruth = request.getfixturevalue("built_next_shop_truth")
    return built
