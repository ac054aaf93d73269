"""It starts as fast as the wheel. In processor time: other tests run beside these, and one thread does all this."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.packaging.conftest import Application, of_this_machine
from tests.packaging.machine import Machine
from tests.packaging.release import Release

pytestmark = pytest.mark.realbuild
ROUNDS = 5
LIMIT = 0.3


def _best(bare: Machine, cwd: Path, *commands: Sequence[str | Path]) -> list[float]:
    """Of runs in turns, so that all have the same weather."""
    rounds = [[bare.cost(*command, cwd=cwd) for command in commands] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_first_word(application: Application, bare: Machine, option: str) -> None:
    """Node included."""
    app = application("shop")
    [spent] = _best(bare, app, [app / "node_modules/.bin/boundary", option])
    assert spent < LIMIT


@pytest.mark.parametrize("arguments", ["--version", "check", "check --no-cache"])
def test_as_fast_as_the_wheel(application: Application, bare: Machine, release: Release, arguments: str) -> None:
    app = application("shop")
    by_pip, by_npm = _best(
        bare,
        app,
        [release.wheel / "boundary", *arguments.split()],
        [release.standalone / "boundary", *arguments.split()],
    )
    assert by_npm < by_pip * 1.25 + 0.01, (by_pip, by_npm)


def test_the_launcher_costs_little_more_than_node(application: Application, bare: Machine) -> None:
    app = application("shop")
    program = of_this_machine(app / "node_modules") / "boundary/boundary"
    launched, alone, node = _best(
        bare, app, [app / "node_modules/.bin/boundary", "--version"], [program, "--version"], ["node", "-e", "0"]
    )
    assert launched < alone + node + 0.05, (launched, alone, node)
