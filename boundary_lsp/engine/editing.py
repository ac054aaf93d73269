"""A root in an editor: open buffers stand for what is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.ports import FileSystem

Texts = Mapping[str, bytes]
"""Open buffers by path."""
LayOver = Callable[[Texts], FileSystem]
"""From now on these buffers are parsed, and read through the file system that comes back."""


class Editing:
    """Keeps a workspace up to date with buffers and disk. For one thread at a time; the snapshots are for any, and read
    the buffers as they were."""

    def __init__(self, workspace: Workspace, outside: Outside, lay_over: LayOver, end: Callable[[], None]) -> None:
        self._workspace = workspace
        self._outside = outside
        self._lay_over = lay_over
        self._end = end

    def update(self, texts: Texts, edited: Iterable[str], touched: Iterable[str]) -> Snapshot:
        """`edited`: buffers that were opened, changed or closed; `touched`: files written, created or removed on disk.

        Raises ConfigurationError, and Cancelled where the progress does; what was not done then is done next time.
        """
        before = self._outside.files
        self._outside.files = self._lay_over(texts)
        changed = [path for path in edited if _text(before, path) != _text(self._outside.files, path)]
        return self._workspace.update({*changed, *touched})

    def remember(self) -> None:
        """Store for the next run what is not stored yet."""
        self._workspace.remember()

    def close(self) -> None:
        """End what was started for it."""
        self._end()


def _text(files: FileSystem, path: str) -> bytes | None:
    try:
        return files.read(path)
    except OSError:
        return None
