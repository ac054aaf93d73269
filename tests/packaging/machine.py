"""A machine that has Node and git, and no Python."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOOLS = ("node", "npm", "npx", "git", "sh")
SECONDS = 300


@dataclass(frozen=True)
class Machine:
    """`folder` holds its tools and its home."""

    folder: Path

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of the one that the tests run in."""
        return {
            "PATH": str(self.folder / "tools"),
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "BOUNDARY_CACHE_DIR": str(self.folder / "cache"),
            "npm_config_update_notifier": "false",
            **more,
        }

    def start(self, command: Sequence[str | Path], cwd: Path, **more: Any) -> subprocess.Popen[bytes]:
        environment = self.environment(**more.pop("variables", {}))
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        return subprocess.Popen(self._found(command), cwd=cwd, env=environment, **streams)

    def run(self, *command: str | Path, cwd: Path, **variables: str) -> tuple[int, bytes, bytes]:
        """(exit code, standard output, standard error)."""
        process = self.start(command, cwd, variables=variables)
        out, err = process.communicate(timeout=SECONDS)
        return process.returncode, out, err

    def cost(self, *command: str | Path, cwd: Path) -> float:
        """Processor seconds, those of all its processes: the wall's depend on what else runs."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run(*command, cwd=cwd)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def _found(self, command: Sequence[str | Path]) -> list[str]:
        """With the path of the program, which is not looked for where the tests look."""
        name, *arguments = map(str, command)
        return [str(self.folder / "tools" / name) if name in TOOLS else name, *arguments]


def machine(folder: Path) -> Machine:
    (folder / "tools").mkdir(parents=True)
    (folder / "home").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, f"{tool} is not installed"
        (folder / "tools" / tool).symlink_to(os.path.realpath(found))
    return Machine(folder)


def is_alive(pid: int) -> bool:
    """A zombie, which only waits to be reaped, is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(pid: int) -> list[int]:
    """Of all threads of the process."""
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in listed for child in path.read_text().split()]


def wait_for(holds: Any, seconds: float = 60.0) -> Any:
    """What it gives, as soon as that is something."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found
