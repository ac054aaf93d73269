"""What is in the packages, and what is said where the right one is missing."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest

from tests.packaging.conftest import of_this_machine
from tests.packaging.machine import Machine
from tests.packaging.release import ROOT, Release

pytestmark = pytest.mark.realbuild
OTHERWISE = "with Python, `pip install boundary-lsp` gets the same program"
_DEFINE = "Object.defineProperty(process, name, { value });"


def _files(folder: Path) -> dict[str, tuple[int, bool]]:
    """Path: size, and whether it can be run."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): (path.stat().st_size, bool(path.stat().st_mode & 0o100)) for path in found}


def test_npm_carries_every_file(release: Release, installed: Path) -> None:
    """It leaves out links and some names without a word, and decides who may run what."""
    carried = _files(of_this_machine(installed) / "boundary")
    assert carried == _files(release.standalone)


def test_every_version_is_the_one(installed: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    for folder in (installed / "boundary-check", installed / "boundary-lsp", of_this_machine(installed)):
        manifest = json.loads((folder / "package.json").read_text("utf-8"))
        others = {**manifest.get("optionalDependencies", {}), **manifest.get("dependencies", {})}
        assert {manifest["version"], *others.values()} == {version}


def test_every_license_is_there(release: Release) -> None:
    notice = (release.standalone / "NOTICE.txt").read_text("utf-8")
    titles = re.findall(r"^={80}\n(\S+) ?.*\n={80}$", notice, re.MULTILINE)
    needed = [re.split(r"[<>=; ]", line)[0] for line in requires("boundary-lsp") or () if "extra ==" not in line]
    assert {"python", "boundary-lsp", "pyinstaller", *needed} <= set(map(str.lower, titles))


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        ("arch: 'sparc'", f"there is no build for linux-sparc; {OTHERWISE}"),
        (
            "report: { getReport: () => ({ header: {} }) }",
            f"there is no build for {{here}} with musl, as in Alpine; {OTHERWISE}",
        ),
        (
            "",
            "@boundary-check/{here}, the build for {here}, is not installed: install again on this machine, "
            "optional dependencies included",
        ),
    ],
)
def test_another_machine(bare: Machine, without_program: Path, tmp_path: Path, machine: str, said: str) -> None:
    other = tmp_path / "other.cjs"
    other.write_text(f"for (const [name, value] of Object.entries({{ {machine} }})) {_DEFINE}")
    command = without_program / ".bin/boundary-check"
    code, out, err = bare.run(command, cwd=tmp_path, NODE_OPTIONS=f"--require {other}")
    here = bare.run("node", "-p", "`${process.platform}-${process.arch}`", cwd=tmp_path)[1].decode().strip()
    assert (code, out, err.decode()) == (2, b"", f"boundary: {said.format(here=here)}\n")


def test_a_program_that_cannot_be_run(bare: Machine, installed: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(installed, tmp_path / "node_modules", symlinks=True))
    program = of_this_machine(copy) / "boundary/boundary"
    program.unlink()
    done = bare.run(copy / ".bin/boundary-check", cwd=tmp_path)
    assert done == (2, b"", f"boundary: {program} cannot be run (ENOENT)\n".encode())


@pytest.fixture
def without_program(installed: Path, tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("@boundary-check")
    return Path(shutil.copytree(installed, tmp_path / "node_modules", symlinks=True, ignore=ignore))
