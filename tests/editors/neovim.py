"""Neovim without a screen: its own client, configured as `docs/editors.md` says, does what a script says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .documented import block
from .neighbours import Neighbour
from .surroundings import ANSWERS_SECONDS, SECONDS, surroundings

SCRIPTS = Path(__file__).parent / "neovim"
_MISSING = "Neovim is not installed (on Debian: scripts/install-system-packages.sh)"
_CONFIGURATIONS = {(0, 11): "neovim: 0.11", (0, 8): "neovim: 0.8", (0, 7): "neovim: 0.7"}


def run(script: str, program: Path, features: Mapping[str, bool], *neighbours: Neighbour) -> dict[str, Any]:
    """What the script told, by name. The neighbours are other servers for the same files."""
    settings = program.parent / "init.lua"
    settings.write_text(_configuration(features, bool(neighbours)), "utf-8")
    sources = (SCRIPTS / "neighbours.lua", SCRIPTS / "support.lua", SCRIPTS / script)
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-u", settings, *(word for one in sources for word in ("-S", one)), "+qall!"],
        cwd=program,
        env=surroundings(
            program,
            BOUNDARY_TEST_NEIGHBOURS=json.dumps([one._asdict() for one in neighbours]),
            BOUNDARY_TEST_SECONDS=str(ANSWERS_SECONDS),
        ),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert "Error" not in done.stderr, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())


def _configuration(features: Mapping[str, bool], has_neighbours: bool) -> str:
    version = _version()
    name = next(name for least, name in _CONFIGURATIONS.items() if version >= least)
    table = f"{{ {', '.join(f'{name} = {str(is_on).lower()}' for name, is_on in features.items())} }}"
    plain = block(name)
    assert plain.count("features = {}") == 1
    needed = ["neovim: lens"] + ["neovim: together"] * (has_neighbours and version < (0, 11))
    return "\n".join([plain.replace("features = {}", f"features = {table}"), *map(block, needed)])


@cache
def _version() -> tuple[int, int]:
    if shutil.which("nvim") is None:
        pytest.fail(_MISSING, pytrace=False)
    said = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", said)
    assert found, said
    return int(found[1]), int(found[2])
