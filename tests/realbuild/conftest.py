"""The truth about `corpus/next-shop`: what Next itself publishes of it.

It is read from `recorded/`, and one test (marked `realbuild`, about a minute) installs the application, builds it
with both bundlers and checks that the record is still what Next does.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .next_build import BUNDLERS, BuildTruth, Bundler, build, install, load_recorded

CORPUS = Path(__file__).parents[2] / "corpus"
RECORDED = Path(__file__).parent / "recorded"


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
def next_shop_truth(bundler: Bundler) -> BuildTruth:
    """What the build with this bundler published, as recorded."""
    return load_recorded(RECORDED, "next-shop", bundler)


@pytest.fixture(scope="session")
def built_next_shop_truth(bundler: Bundler, installed_next_shop: Path) -> BuildTruth:
    """The same from a build made now."""
    return build(installed_next_shop, bundler)
