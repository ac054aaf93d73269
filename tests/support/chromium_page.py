"""Pages in a real browser: headless Chromium, driven by scenarios in JavaScript (see `chromium/run.cjs`).

scenarios = Scenarios(Path(__file__).parent / "report.cjs", browser)
opened = scenarios.run("sorting", file=page)
assert (opened.result, opened.errors, opened.requests) == (…, [], [])
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "chromium"
SECONDS = 300
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_SCREENSHOTS = "BOUNDARY_SCREENSHOTS"
"""A folder for what the pages look like; else they go where pytest puts its temporary files."""


@dataclass(frozen=True)
class Browser:
    executable: str
    packages: Path
    """A folder with the driver, and axe."""


@dataclass(frozen=True)
class Opened:
    result: Any
    """What the scenario returned."""
    errors: list[str]
    requests: list[str]
    """What was asked of the network."""


@dataclass(frozen=True)
class Scenarios:
    file: Path
    browser: Browser

    def run(self, name: str, file: Path, **options: Any) -> Opened:
        """Opens nothing itself: the scenario does, so that it can look at the opening."""
        given = json.dumps({"file": str(file), **options})
        command = ["node", str(HERE / "run.cjs"), str(self.browser.packages), self.browser.executable]
        return Opened(**json.loads(_run([*command, str(self.file), name, given], HERE)))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """Chromium, from Debian where it is not there yet, and what drives it, from npm."""
    packages = tmp_path_factory.mktemp("chromium") / "driver"
    shutil.copytree(HERE, packages, ignore=shutil.ignore_patterns("node_modules"))
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], packages)
    return Browser(_chromium(), packages)


@pytest.fixture
def screenshots(tmp_path: Path) -> Path:
    folder = Path(os.environ.get(_SCREENSHOTS) or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _chromium() -> str:
    if found := _found():
        return found
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        pytest.fail("these tests need Chromium: install it as `chromium`, so that it is found on PATH")
    with (Path(tempfile.gettempdir()) / "boundary-chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # other test processes want it, too
        if not _found():
            _run(["apt-get", "update", "-qq"], HERE)
            _run(["apt-get", "-o", "DPkg::Lock::Timeout=600", "install", "-y", "-qq", "chromium"], HERE)
    return _found()


def _found() -> str:
    return next(filter(None, map(shutil.which, _NAMES)), "")


def _run(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}"
    return done.stdout
