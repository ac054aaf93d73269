"""Files as they were at a revision, from git. Nothing is written, fetched, or run besides git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection

from boundary_lsp.adapters.blobs import blobs_of, is_blob
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
        # `cat-file` knows no filters and no text conversion, which `show` would run.
        found = self._run("cat-file", "blob", f"{self._commit(revision)}:./{path}")
        if found is None:
            raise NotInHistory(f"there is no `{path}` at the revision `{revision}`")
        return found

    def changed(self, revision: str, paths: Collection[str]) -> frozenset[str]:
        """Compared by content: `diff` would run the filters that a repository's configuration names."""
        commit = self._commit(revision)
        common = self._run("merge-base", commit, "HEAD")  # none in a shallow clone
        listing = self._run("ls-tree", "-r", "-z", common.decode().strip() if common else commit)
        if listing is None:
            raise NotInHistory(f"git does not list the files of the revision `{revision}`")
        blobs = blobs_of(listing)
        return frozenset(path for path in paths if not is_blob(f"{self._folder}/{path}", blobs.get(path, "")))

    def _commit(self, revision: str) -> str:
        commit = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            self._require_repository()
            raise NotInHistory(f"there is no revision `{revision}`")
        return commit.decode().strip()

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
