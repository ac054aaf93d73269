"""The extension's own code: types, style, and its unit tests, which need no editor."""

from __future__ import annotations

import subprocess

import pytest
from build_vsix import EXTENSION, bundle

from tests.vscode.conftest import alone

pytestmark = pytest.mark.realbuild


@pytest.mark.parametrize("script", ["types", "lint", "test"])
def test_npm_run(script: str) -> None:
    with alone():
        bundle()
        done = subprocess.run(["npm", "run", script], cwd=EXTENSION, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
