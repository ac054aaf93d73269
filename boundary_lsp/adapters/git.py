"""Files as they were at a revision, from git. Nothing is written, fetched, or run besides git itself."""

from __future__ import annotations

import os
import shutil
import subprocess

from boundary_lsp.ports import NotInHistory

SECONDS = 30.0
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
"""A partial clone would otherwise fetch what is missing, by a program that its configuration names."""


class GitVersionControl:
    """The repository that a folder is in."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def read(self, revision: str, path: str) -> bytes:
        """A file below the folder. Raises NotInHistory."""
        commit = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            self._require_repository()
            raise NotInHistory(f"there is no revision `{revision}`")
        # `cat-file` knows no filters and no text conversion, which `show` would run.
        found = self._run("cat-file", "blob", f"{commit.decode().strip()}:./{path}")
        if found is None:
            raise NotInHistory(f"there is no `{path}` at the revision `{revision}`")
        return found

    def _require_repository(self) -> None:
        if self._run("rev-parse", "--git-dir") is None:
            raise NotInHistory(f"{self._folder} is in no git repository that git would read")

    def _run(self, *arguments: str) -> bytes | None:
        """What git prints; None where it fails."""
        git = shutil.which("git")
        if git is None:
            raise NotInHistory("git is not installed")
        command = [git, "-c", "core.fsmonitor=false", *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=self._folder,
                env={**os.environ, **_QUIET},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, ValueError) as error:
            raise NotInHistory(f"git could not be run ({error})") from None
        except subprocess.TimeoutExpired:
            raise NotInHistory(f"git did not answer within {SECONDS:.0f} seconds") from None
        return done.stdout if done.returncode == 0 else None
