"""Node and npm in a folder with a `package.json`, for the scripts that bundle."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def npm_packages(folder: Path) -> None:
    """Installed as its lock says, unless they are: npm leaves its own copy of the lock behind when it is done."""
    done, lock = folder / "node_modules" / ".package-lock.json", folder / "package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        run_node_tool("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)


def run_node_tool(program: str | Path, *arguments: str, cwd: Path) -> None:
    """Quietly. Raises CalledProcessError."""
    found = shutil.which(program)
    if found is None:
        sys.exit(f"{program} is not there: Node 20 with npm is needed")
    subprocess.run([found, *arguments], cwd=cwd, check=True, stdout=subprocess.DEVNULL)
