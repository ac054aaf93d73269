"""Next's own compiler, installed once, asked about many modules at a time."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conformance.modules import Layer, Module
from tests.conformance.ours import Verdict

from .report import verdicts

HERE = Path(__file__).parent
SECONDS = 300
_MANIFESTS = ("package.json", "package-lock.json")


def install(folder: Path) -> Path:
    """What the lock file says, in this folder, which outlives the run; processes wait for each other."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "busy").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_installed(folder):
            for name in _MANIFESTS:
                shutil.copyfile(HERE / name, folder / name)
            _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
            shutil.copyfile(HERE / _MANIFESTS[1], folder / "installed.json")
    return folder


def ask(installed: Path, questions: Sequence[tuple[Module, Layer]]) -> list[frozenset[Verdict]]:
    """What it says about each module, compiled in that layer."""
    requests = "".join(_request(number, *question) for number, question in enumerate(questions))
    told = _run(["node", str(HERE / "compile.cjs"), str(installed)], HERE, requests)
    answers = [json.loads(line) for line in told.splitlines()]
    reports = {answer["id"]: answer["report"] for answer in answers}
    return [frozenset(verdicts(reports[number])) for number in range(len(questions))]


def _is_installed(folder: Path) -> bool:
    marker = folder / "installed.json"
    return marker.is_file() and marker.read_bytes() == (HERE / _MANIFESTS[1]).read_bytes()


def _request(number: int, module: Module, layer: Layer) -> str:
    switches = module.switches
    request = {
        "id": number,
        "path": module.path,
        "text": module.text,
        "layer": layer,
        "cacheComponents": switches.cache_components,
        "useCache": switches.use_cache,
        "taint": switches.taint,
        "cacheKinds": switches.cache_kinds,
    }
    return json.dumps(request) + "\n"


def _run(command: list[str], folder: Path, given: str = "") -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "NEXT_TELEMETRY_DISABLED": "1"},
        input=given,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return done.stdout
