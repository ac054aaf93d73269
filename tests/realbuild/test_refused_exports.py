"""What `refused-export` tells is what Next's own guard throws at, which a built `'use server'` module calls with all of
its exports when it is loaded."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

_GUARD = "next/dist/build/webpack/loaders/next-flight-loader/action-validate.js"
_PROGRAM = f"""
const {{ ensureServerEntryExports }} = require('{_GUARD}');
let Level; (function (Level) {{ Level[Level.Low = 0] = 'Low'; }})(Level || (Level = {{}}));
let answer = 'passed';
try {{ ensureServerEntryExports([async () => {{}}, VALUE]); }} catch (error) {{ answer = 'refused'; }}
console.log(answer);
"""


@pytest.mark.realbuild
@pytest.mark.parametrize("value", ["{}", "[]", "Level", "`x`", "7 * 24", "-1", "undefined", "new Map()", "/x/", "null"])
def test_the_guard_refuses(installed_next_shop: Path, value: str) -> None:
    assert _answer(installed_next_shop, value) == "refused"


@pytest.mark.realbuild
@pytest.mark.parametrize("value", ["() => 1", "class {}", "new Proxy(async () => {}, {})", "new Function('')"])
def test_the_guard_lets_pass(installed_next_shop: Path, value: str) -> None:
    assert _answer(installed_next_shop, value) == "passed"


def _answer(app: Path, value: str) -> str:
    command = ["node", "-e", _PROGRAM.replace("VALUE", value)]
    done = subprocess.run(command, cwd=app, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()
