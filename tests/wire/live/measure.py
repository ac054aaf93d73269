"""What React's own serializer does with every value of `values.cjs`: it is installed, run, and looked at.

    python -m tests.wire.live.measure react-19.3        # print what arrives of each, by way and mode

Needs Node and npm, and a registry for the packages of the lock file.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MODES = ("development", "production")
COMMAND_SECONDS = 120
_HEAP = "--max-old-space-size=600"
"""Some values lead to themselves."""

Arrivals = Mapping[str, Mapping[str, str]]
"""By place and kind (`member Date`): `verdict`, and what `arrives`."""


@dataclass(frozen=True)
class Measured:
    to_client: Arrivals
    to_server: Arrivals
    to_server_temporary: Arrivals


def install(folder: str, into: Path) -> Path:
    """Copy `react-19.3` and its like to `into`, and install what its lock file says."""
    shutil.copytree(HERE / folder, into, ignore=shutil.ignore_patterns("node_modules"))
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], into)
    return into


def measure(installed: Path, mode: str) -> Measured:
    """Send every value each way."""
    return Measured(
        _to_client(installed, mode), _to_server(installed, mode, "bare"), _to_server(installed, mode, "temporary")
    )


def measure_json() -> Arrivals:
    return _node("production", HERE, "json.cjs")


def _to_client(installed: Path, mode: str) -> Arrivals:
    encoded = _node(mode, installed, "--conditions=react-server", "server.cjs", "props")
    return _node(mode, installed, "client.cjs", "props", data=encoded)


def _to_server(installed: Path, mode: str, references: str) -> Arrivals:
    encoded = _node(mode, installed, "client.cjs", "arguments", references)
    return _node(mode, installed, "--conditions=react-server", "server.cjs", "arguments", references, data=encoded)


def _node(mode: str, installed: Path, *words: str, data: object = None) -> dict[str, dict[str, Any]]:
    """Run one of the scripts; `data` goes to it as JSON, as its answer comes back."""
    script = next(index for index, word in enumerate(words) if word.endswith(".cjs"))
    command = ["node", _HEAP, *words[:script], str(HERE / words[script]), str(installed), *words[script + 1 :]]
    answer: dict[str, dict[str, Any]] = json.loads(_run(command, HERE, json.dumps(data), {"NODE_ENV": mode}))
    return answer


def _run(command: list[str], folder: Path, given: str = "", variables: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **(variables or {})},
        input=given,
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    if done.returncode != 0 or (given and not done.stdout):
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return done.stdout


def main(folder: str) -> None:
    with tempfile.TemporaryDirectory(prefix="flight-") as temporary:
        installed = install(folder, Path(temporary) / "app")
        for mode in MODES:
            measured = measure(installed, mode)
            print(json.dumps({mode: vars(measured)}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
