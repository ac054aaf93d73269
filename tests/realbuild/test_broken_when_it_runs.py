"""What we report as broken when it runs is built by Next without a word, and is broken when it runs.

The programs are those of `tests/specs/broken-when-it-runs.md`, each a page of one application: with a finding of ours
its form fails, without one the server function runs.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.spec import SpecTest, spec_tests

from .next_build import build_only
from .serving import send_form, served

pytestmark = pytest.mark.realbuild

SPECS = Path(__file__).parents[1] / "specs" / "broken-when-it-runs.md"
TESTS = list(spec_tests(SPECS.read_text("utf-8")))
LAYOUT = """export const dynamic = 'force-dynamic';

export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>;
}
"""
CONFIG = "export default { typescript: { ignoreBuildErrors: true } };\n"


@pytest.fixture(scope="module")
def address(installed_next_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """All programs as pages of one application, built and served; its packages are those of the shop."""
    app = tmp_path_factory.mktemp("broken") / "app"
    shutil.copytree(installed_next_shop / "node_modules", app / "node_modules", copy_function=os.link, symlinks=True)
    (app / "package.json").write_text(json.dumps({"name": "broken", "private": True}))
    shutil.copy(installed_next_shop / "tsconfig.json", app)
    (app / "next.config.mjs").write_text(CONFIG)
    for test in TESTS:
        _write_page(app / "app" / test.name, test)
    (app / "app" / "layout.tsx").write_text(LAYOUT)
    build_only(app, "turbopack")
    with served(app) as found:
        yield found


def test_next_does_what_we_say(address: str) -> None:
    """One test for all, so that one worker builds them."""
    outcomes = {test.name: send_form(f"{address}/{test.name}") for test in TESTS}
    broken = {name for name, outcome in outcomes.items() if outcome != "ran"}
    assert broken == {test.name for test in TESTS if _has_finding(test)}, outcomes


def _has_finding(test: SpecTest) -> bool:
    return any(one.word == "error" for file in test.stages[0].files.values() for one in file.assertions)


def _write_page(folder: Path, test: SpecTest) -> None:
    folder.mkdir(parents=True)
    for path, text in test.stages[0].texts().items():
        if path.startswith("app/"):
            (folder / path.removeprefix("app/")).write_text(text, "utf-8")
