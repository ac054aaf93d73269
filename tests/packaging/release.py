"""What a release would be, built as the release workflow builds it, once for all processes of a test run."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"


@dataclass(frozen=True)
class Release:
    """Below one folder."""

    folder: Path

    @property
    def standalone(self) -> Path:
        """The folder without Python."""
        return self.folder / "standalone" / "boundary"

    @property
    def wheel(self) -> Path:
        """The folder with the commands as pip installs them: of the environment that the standalone is built from."""
        return self.folder / "work" / "venv" / "bin"

    @property
    def tarballs(self) -> list[Path]:
        return sorted((self.folder / "npm").glob("*.tgz"))


def released(folder: Path) -> Release:
    """Built in the folder by whichever process comes first; the others wait."""
    release = Release(folder)
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "done"
        if not done.exists():
            _script("build_standalone.py", "--work", str(folder / "work"), "--into", str(release.standalone.parent))
            _script("pack_npm.py", "--standalone", str(release.standalone), "--into", str(folder / "npm"))
            done.touch()
    return release


def _script(name: str, *arguments: str) -> None:
    done = subprocess.run([sys.executable, SCRIPTS / name, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
