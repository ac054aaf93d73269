"""Files as they were at a revision, from git. Nothing is written, fetched, or run besides git itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from boundary_lsp.adapters.blobs import blobs_of, is_blob
from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.git_command import run
from boundary_lsp.adapters.git_log import QUIET_LOG, date_of, last_changes
from boundary_lsp.adapters.git_objects import GitObjects
from boundary_lsp.adapters.git_tree import TreeFileSystem, tree_of
from boundary_lsp.ports import FileChange, FileSystem, NotInHistory, Revision


class GitVersionControl:
    """The repository that a folder is in."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def read(self, revision: str, path: str) -> bytes:
        """A file below the folder. Raises NotInHistory."""
        # `cat-file` knows no filters and no text conversion, which `show` would run.
        found = run(self._folder, "cat-file", "blob", f"{self._commit(revision)}:./{path}")
        if found is None:
            raise NotInHistory(f"there is no `{path}` at the revision `{revision}`")
        return found

    def changed(self, revision: str, paths: Collection[str]) -> frozenset[str]:
        """Compared by content: `diff` would run the filters that a repository's configuration names."""
        blobs = blobs_of(self._listing(revision, self.common(revision)))
        return frozenset(path for path in paths if not is_blob(f"{self._folder}/{path}", blobs.get(path, "")))

    def head(self) -> Revision:
        """Raises NotInHistory."""
        commit = self._commit("HEAD")
        seconds = run(self._folder, *QUIET_LOG, "log", "-1", "--format=%ct", commit)
        return Revision(commit, date_of(seconds or b"0"))

    def common(self, revision: str) -> str:
        """The commit. Raises NotInHistory."""
        commit = self._commit(revision)
        common = run(self._folder, "merge-base", commit, "HEAD")  # none in a shallow clone
        return common.decode().strip() if common else commit

    @contextmanager
    def files(self, commit: str) -> Iterator[FileSystem]:
        """Read one by one, out of git's own store. Raises NotInHistory, also where the store lacks some of them."""
        listing = self._listing(commit, commit)
        with GitObjects(self._folder) as objects:
            yield TreeFileSystem(DiskFileSystem(self._folder), tree_of(listing, objects), objects)

    def last_changes(self, paths: Collection[str]) -> Mapping[str, FileChange]:
        """Raises NotInHistory."""
        self._require_repository()
        return last_changes(self._folder, paths)

    def _listing(self, revision: str, commit: str) -> bytes:
        listing = run(self._folder, "ls-tree", "-r", "-z", commit)
        if listing is None:
            raise NotInHistory(f"git does not list the files of the revision `{revision}`")
        return listing

    def _commit(self, revision: str) -> str:
        commit = run(self._folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            self._require_repository()
            raise NotInHistory(f"there is no revision `{revision}`")
        return commit.decode().strip()

    def _require_repository(self) -> None:
        if run(self._folder, "rev-parse", "--git-dir") is None:
            raise NotInHistory(f"{self._folder} is in no git repository that git would read")
