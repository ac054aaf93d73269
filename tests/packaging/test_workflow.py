"""The workflow that releases cannot be run here; what it names must be there."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from boundary_lsp import __version__
from tests.packaging.release import ROOT

TEXT = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
WORKFLOW: dict[str, Any] = yaml.safe_load(TEXT)
MANIFEST = json.loads((ROOT / "npm/boundary-check/package.json").read_text("utf-8"))


def test_every_system_that_npm_is_promised_is_built() -> None:
    built = {row["platform"] for row in WORKFLOW["jobs"]["program"]["strategy"]["matrix"]["include"]}
    assert {f"@boundary-check/{platform}" for platform in built} == set(MANIFEST["optionalDependencies"])


def test_its_scripts_are_there() -> None:
    named = re.findall(r"python (scripts/\w+\.py)", TEXT)
    assert len(named) == 4
    assert all((ROOT / script).is_file() for script in named)


@pytest.mark.parametrize("action", re.findall(r"uses: (\S+)", TEXT))
def test_every_action_is_pinned(action: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", action)


def test_the_version_is_the_same_in_both_places() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
