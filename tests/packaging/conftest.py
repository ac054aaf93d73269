"""The packages for people without Python, built and installed once, which takes a minute or two."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import shop
from tests.packaging.machine import Machine, machine
from tests.packaging.release import ROOT, Release, released

Application = Callable[[str], Path]


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    base = tmp_path_factory.getbasetemp()
    return released((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "release")


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """The machine."""
    return machine(tmp_path_factory.mktemp("machine") / "bare")


@pytest.fixture(scope="session")
def installed(release: Release, bare: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`node_modules` with the packages, as npm installs them from their tarballs without a network."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "package.json").write_text('{"private": true}')
    command: list[str | Path] = ["npm", "install", "--offline", "--no-audit", "--no-fund", *release.tarballs]
    code, _, err = bare.run(*command, cwd=folder)
    assert code == 0, err.decode()
    return folder / "node_modules"


@pytest.fixture(scope="session")
def application(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Application:
    """A program by name, in a folder of its own where the packages are installed."""
    made: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in made:
            made[name] = _program(name, tmp_path_factory.mktemp(name) / "app")
            shutil.copytree(installed, made[name] / "node_modules", symlinks=True, copy_function=os.link)
        return made[name]

    return make


def of_this_machine(installed: Path) -> Path:
    """The package with the program; no other was there to be installed."""
    [found] = (installed / "@boundary-check").iterdir()
    return found


def _program(name: str, folder: Path) -> Path:
    if name == "shop":
        return shop.write(folder)
    left_out = shutil.ignore_patterns("node_modules", ".next", "next-env.d.ts")
    return Path(shutil.copytree(ROOT / "corpus" / name, folder, ignore=left_out))
