"""The program that is left after every fix, the unsafe ones as well, is one that Next builds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .next_build import build, install


@pytest.mark.realbuild
def test_what_fixes_leave_of_next_shop_is_built(next_shop: Path, tmp_path: Path) -> None:
    app = install(next_shop, tmp_path / "app")
    before, fixed = checked(app), checked(app, "--unsafe-fixes")
    assert fixed["summary"]["fixed"] >= 10
    assert all(finding["fix"] is None for finding in fixed["findings"])
    published = build(app, "turbopack").registered
    assert published
    gone = {f["path"] for f in before["findings"] if f["fix"] is not None} - {f["path"] for f in fixed["findings"]}
    assert not {name for name in published if name.startswith(("actions/mail.ts", "actions/stats.ts"))}
    assert {"actions/mail.ts", "actions/stats.ts"} <= gone


def checked(app: Path, *options: str) -> Any:
    command = [sys.executable, "-m", "boundary_lsp", "check", "--no-cache", "--format", "json", *options]
    done = subprocess.run(
        command,
        cwd=app,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stderr == b""
    return json.loads(done.stdout)
