"""Pages in a real browser: headless Chromium, driven by scenarios in JavaScript (see `chromium/run.cjs`).

scenarios = Scenarios(Path(__file__).parent / "report.cjs", browser)
opened = scenarios.run("sorting", page)
assert (opened.result, opened.errors, opened.requests) == (…, [], [])
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.system import require_system

HERE = Path(__file__).parent / "chromium"
SECONDS = 300
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_SCREENSHOTS = "BOUNDARY_SCREENSHOTS"
"""A folder for what the pages look like; else they go where pytest puts its temporary files."""


@dataclass(frozen=True)
class Browser:
    """One browser for all tests of a process; every scenario has a new profile in it."""

    executable: str
    packages: Path
    """A folder with the driver, and axe."""
    driver: subprocess.Popen[str]


@dataclass(frozen=True)
class Opened:
    result: Any
    """What the scenario returned."""
    errors: list[str]
    requests: list[str]
    """What was asked of the network."""


@dataclass(frozen=True)
class Scenarios:
    module: Path
    browser: Browser

    def run(self, scenario: str, file: Path, **options: Any) -> Opened:
        """Opens nothing itself: the scenario does, so that it can look at the opening."""
        sent, heard = self.browser.driver.stdin, self.browser.driver.stdout
        assert sent is not None and heard is not None
        sent.write(json.dumps({"module": str(self.module), "scenario": scenario, "file": str(file), **options}) + "\n")
        sent.flush()
        line = heard.readline()
        assert line, "the browser is gone"
        answer = json.loads(line)
        assert "failure" not in answer, answer["failure"]
        return Opened(**answer)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, from Debian where it is not there yet, and what drives it, from npm."""
    packages = tmp_path_factory.mktemp("chromium") / "driver"
    shutil.copytree(HERE, packages, ignore=shutil.ignore_patterns("node_modules"))
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], packages)
    require_system("chromium")
    executable = next(filter(None, map(shutil.which, _NAMES)))
    command = ["node", str(HERE / "run.cjs"), str(packages), executable]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as driver:
        yield Browser(executable, packages, driver)


@pytest.fixture
def screenshots(tmp_path: Path) -> Path:
    folder = Path(os.environ.get(_SCREENSHOTS) or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}"
