"""The servers that stand beside ours, from npm."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SECONDS = 300
_MANIFESTS = ("package.json", "package-lock.json")
_TYPESCRIPT = ["typescript", "typescriptreact"]


class Neighbour(NamedTuple):
    command: list[str]
    filetypes: list[str]
    """As Neovim calls them."""


def install(folder: Path) -> Path:
    """What the lock file says, in this folder, which outlives the run; processes wait for each other."""
    with (folder / "busy").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        marker, wanted = folder / "installed.json", HERE / _MANIFESTS[1]
        if not marker.is_file() or marker.read_bytes() != wanted.read_bytes():
            for name in _MANIFESTS:
                shutil.copyfile(HERE / name, folder / name)
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run(command, cwd=folder, check=True, timeout=SECONDS)
            shutil.copyfile(wanted, marker)
    return folder


def typescript_5(folder: Path) -> Neighbour:
    return Neighbour([str(folder / "node_modules/.bin/typescript-language-server"), "--stdio"], _TYPESCRIPT)


def typescript_7(folder: Path) -> Neighbour:
    return Neighbour([str(folder / "node_modules/typescript-7/bin/tsc"), "--lsp", "--stdio"], _TYPESCRIPT)


def pyright(folder: Path) -> Neighbour:
    return Neighbour([str(folder / "node_modules/.bin/pyright-langserver"), "--stdio"], ["python"])
