"""Programs that come from the system."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).parents[2] / "scripts" / "install-system-packages.sh"
SECONDS = 1200


def require_system(part: str) -> None:
    """Installs what is missing of `chromium` or `code-server`. Fails with the reason where that cannot be done."""
    done = subprocess.run(
        ["bash", str(_SCRIPT), part],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(done.stderr[-4000:].strip(), pytrace=False)
