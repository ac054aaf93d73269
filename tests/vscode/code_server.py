"""The real VS Code: code-server from npm, installed once per machine.

Its own install script fetches a program from elsewhere, and fails where only registries can be reached: what it does
besides is done here.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_path

from tests.support.system import require_system

HERE = Path(__file__).parent / "code_server"
SECONDS = 1200
_NPM = ("--ignore-scripts", "--no-audit", "--no-fund")
_NATIVE = ("@vscode/spdlog", "native-watchdog")


def install() -> Path:
    """The program. What is installed outlives the run; processes wait for each other. Fails, with a command to
    run, where something is missing that only the machine's owner can install."""
    folder = user_cache_path("boundary-tests") / "code-server"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "busy").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_installed(folder):
            require_system("code-server")
            _install(folder)
    return folder / "node_modules" / ".bin" / "code-server"


def _is_installed(folder: Path) -> bool:
    marker = folder / "installed.json"
    return marker.is_file() and marker.read_bytes() == (HERE / "package-lock.json").read_bytes()


def _install(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    _run(["npm", "ci", *_NPM], folder)
    code = folder / "node_modules" / "code-server" / "lib" / "vscode"
    for part in (code, code / "extensions"):
        _run(["npm", "install", "--omit=dev", *_NPM], part)
    _run(["npm", "rebuild", "argon2"], folder)
    _run(["npm", "rebuild", *_NATIVE], code)
    _link_search(code)
    shutil.copyfile(HERE / "package-lock.json", folder / "installed.json")


def _link_search(code: Path) -> None:
    """Opening a file by its name searches, too."""
    binary = code / "node_modules" / "@vscode" / "ripgrep" / "bin" / "rg"
    binary.parent.mkdir(exist_ok=True)
    binary.symlink_to(shutil.which("rg") or "rg")


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "JOBS": "max"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}"
