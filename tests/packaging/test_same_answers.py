"""What is installed by npm, on a machine without Python, says byte for byte what the wheel says."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from boundary_lsp.cli.main import main
from tests.packaging.conftest import Application
from tests.packaging.machine import Machine
from tests.packaging.release import Release

pytestmark = pytest.mark.realbuild


def _formats(command: str) -> list[str]:
    """All that the command has."""
    with redirect_stdout(StringIO()) as said:
        main([command, "--help"])
    found = re.search(r"--format \{(.*?)\}", said.getvalue())
    assert found
    return found[1].split(",")


PROGRAMS = ("like-button", "next-shop")
ANSWERS = [f"{name} --format {each}" for name in ("check", "endpoints", "graph", "doctor") for each in _formats(name)]
ERRORS = (
    "",
    "chekc",
    "check nowhere",
    "check --format yaml",
    "explain dead-endpiont",
    "refs app/page.tsx",
    "why nothing.ts",
    "contract check",
)


@pytest.fixture(scope="module", params=PROGRAMS)
def app(request: pytest.FixtureRequest, application: Application) -> Path:
    return application(request.param)


@pytest.mark.parametrize("arguments", [*ANSWERS, "check --no-cache --fail-on never"])
def test_the_same_answer(app: Path, bare: Machine, release: Release, arguments: str) -> None:
    by_pip = bare.run(release.wheel / "boundary", *arguments.split(), cwd=app)
    assert bare.run(app / "node_modules/.bin/boundary", *arguments.split(), cwd=app) == by_pip
    assert by_pip[0] in (0, 1)


@pytest.mark.parametrize("arguments", ERRORS)
def test_the_same_refusal(application: Application, bare: Machine, release: Release, arguments: str) -> None:
    app = application("shop")
    by_pip = bare.run(release.wheel / "boundary", *arguments.split(), cwd=app)
    assert bare.run(app / "node_modules/.bin/boundary", *arguments.split(), cwd=app) == by_pip
    assert by_pip[0] == 2
    assert by_pip[2]


@pytest.mark.parametrize("arguments", ["", ".", "--format sarif", "--select dead-endpoint", "nowhere"])
def test_npx(app: Path, bare: Machine, release: Release, arguments: str) -> None:
    by_pip = bare.run(release.wheel / "boundary-check", *arguments.split(), cwd=app)
    assert bare.run("npx", "boundary-check", *arguments.split(), cwd=app) == by_pip


@pytest.mark.parametrize("arguments", ["--version", "--help", "check --help", "explain", "explain dead-endpoint"])
def test_pages(application: Application, bare: Machine, release: Release, arguments: str) -> None:
    app = application("shop")
    code, out, err = bare.run("npx", "boundary", *arguments.split(), cwd=app)
    assert (code, out, err) == bare.run(release.wheel / "boundary", *arguments.split(), cwd=app)
    assert code == 0
    assert out


def test_colours(application: Application, bare: Machine, release: Release) -> None:
    """Through Node, the terminal is still one."""
    app = application("shop")
    by_npm = _on_a_terminal(bare, app / "node_modules/.bin/boundary-check", app)
    assert by_npm == _on_a_terminal(bare, release.wheel / "boundary-check", app)
    assert b"\x1b[" in by_npm


def test_inferred_types(application: Application, bare: Machine, release: Release) -> None:
    """The checker is installed, found and spoken to."""
    app = application("next-shop")
    cache = str(bare.folder / "checked")
    code, _, err = bare.run("npx", "boundary", "types", "install", cwd=app, BOUNDARY_CACHE_DIR=cache)
    assert code == 0, err.decode()
    arguments = ("check", "--format", "json", "--types", "auto")
    by_npm = bare.run("npx", "boundary", *arguments, cwd=app, BOUNDARY_CACHE_DIR=cache)
    assert by_npm == bare.run(release.wheel / "boundary", *arguments, cwd=app, BOUNDARY_CACHE_DIR=cache)
    assert b"boundary types install" not in by_npm[1]


def _on_a_terminal(bare: Machine, command: Path, cwd: Path) -> bytes:
    ours, theirs = pty.openpty()
    process = bare.start([command], cwd, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, variables=_COLOURFUL)
    os.close(theirs)
    shown = b""
    try:
        while some := os.read(ours, 65536):
            shown += some
    except OSError:  # how Linux says that nobody writes there any more
        process.wait()
    os.close(ours)
    return shown


_COLOURFUL = {"TERM": "xterm-256color", "COLUMNS": "100"}
