"""Builds the tool for machines without Python: the folder `dist/standalone/boundary`, whose executable is `boundary`.

    python scripts/build_standalone.py

It is made of what `requirements.lock` says, in an environment of its own (`build/standalone/venv`), and for the
system it is built on. The interpreter in it is the one that runs this script.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ROOT / "scripts" / "standalone"
WINDOWS = os.name == "nt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "standalone", help="what is needed on the way")
    parser.add_argument("--into", type=Path, default=ROOT / "dist" / "standalone", help="where the folder is put")
    options = parser.parse_args()
    folder = build(options.work.absolute(), options.into.absolute())
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {size / 1e6:.0f} MB")


def build(work: Path, into: Path) -> Path:
    """The folder. Raises CalledProcessError."""
    python = _environment(work / "venv")
    shutil.rmtree(into / "boundary", ignore_errors=True)
    # Isolated and from elsewhere: what is installed is built, not what lies in the checkout.
    freeze = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    paths = ["--workpath", str(work / "work"), "--distpath", str(into)]
    _run(python, "-I", *freeze, *paths, str(PARTS / "boundary.spec"), cwd=work)
    folder = into / "boundary"
    if sys.platform == "linux":
        _strip(folder)
    _run(python, "-I", str(PARTS / "notices.py"), str(folder), cwd=work)
    return folder


def _environment(folder: Path) -> Path:
    """A new one with the tool, as its wheel installs it, and what freezes it; its interpreter."""
    venv.create(folder, clear=True, with_pip=True)
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    _run(python, *pip, "--constraint", str(ROOT / "requirements.lock"), f"{ROOT}[standalone]", cwd=folder)
    return python


def _strip(folder: Path) -> None:
    """What interpreters keep for debuggers: half of the folder."""
    libraries = [str(path) for path in folder.rglob("*.so*") if not path.is_symlink()]
    if tool := shutil.which("strip"):
        subprocess.run([tool, "--strip-unneeded", *libraries], check=True)


def _run(python: Path, *arguments: str, cwd: Path) -> None:
    subprocess.run([str(python), *arguments], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
