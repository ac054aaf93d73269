"""Emacs without a screen: Eglot, configured as `docs/editors.md` says, does what a script says."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .documented import block
from .surroundings import ANSWERS_SECONDS, SECONDS, surroundings

SCRIPTS = Path(__file__).parent / "emacs"
_MISSING = "Emacs with Eglot is not installed (on Debian: scripts/install-system-packages.sh)"
_HAS_EGLOT = ["emacs", "--batch", "--eval", "(require 'eglot)"]


def run(script: str, program: Path) -> dict[str, Any]:
    """What the script told, by name."""
    if shutil.which("emacs") is None or subprocess.run(_HAS_EGLOT, capture_output=True, check=False).returncode:
        pytest.fail(_MISSING, pytrace=False)
    settings = program.parent / "init.el"
    settings.write_text(block("emacs: 28") + block("emacs: eglot"), "utf-8")
    sources = (settings, SCRIPTS / "support.el", SCRIPTS / script)
    done = subprocess.run(
        ["emacs", "--batch", *(word for one in sources for word in ("-l", str(one)))],
        cwd=program,
        env=surroundings(program, BOUNDARY_TEST_SECONDS=str(ANSWERS_SECONDS)),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())
