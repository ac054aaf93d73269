"""What an editor is started in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.cli.shop import environment

SECONDS = 300
"""For a whole script."""
ANSWERS_SECONDS = 60
"""For one answer; other servers load all of a program before the first."""


def surroundings(program: Path, **more: str) -> dict[str, str]:
    """With `boundary-lsp` on the path, and a home of its own."""
    folder = program.parent
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return environment(folder / "cache", HOME=str(folder), PATH=path, **homes, **more)
