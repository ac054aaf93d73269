"""What is released, and for which machine, as the scripts that pack it have to agree on."""

from __future__ import annotations

import platform
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
STANDALONE = ROOT / "dist" / "standalone" / "boundary"
"""Where `build_standalone.py` puts its folder."""
_PROCESSORS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def version() -> str:
    """As pyproject.toml has it, for everything that is released together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def this_machine() -> tuple[str, str]:
    """(system, processor) as Node and VS Code call them: `linux`, `x64`."""
    return sys.platform, _PROCESSORS[platform.machine().lower()]


def require_same_version(standalone: Path) -> None:
    """Ends the script where the folder was built from another version."""
    said = subprocess.run([standalone / "boundary", "--version"], capture_output=True, text=True, check=True).stdout
    if said.split()[-1] != version():
        sys.exit(f"{standalone} is {said.strip()}, and this is {version()}: build it again")
