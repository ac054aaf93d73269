"""The real file system, read-only."""

from __future__ import annotations

import os
import stat

from boundary_lsp.ports import Entry, Stamp


class DiskFileSystem:
    """Everything below `root`, an absolute path. Paths are relative and `/`-separated; the root is the empty string."""

    def __init__(self, root: str) -> None:
        self.root = root.replace("\\", "/").rstrip("/") or "/"
        self._prefix = self.root if self.root.endswith("/") else f"{self.root}/"

    def read(self, path: str) -> bytes:
        with open(self._prefix + path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up time
            return file.read()

    def read_head(self, path: str, size: int) -> bytes:
        with open(self._prefix + path, "rb") as file:  # noqa: PTH123
            return file.read(size)

    def entries(self, directory: str) -> list[Entry]:
        with os.scandir(self._prefix + directory) as found:
            return sorted(_entry(item) for item in found)

    def stamp(self, path: str) -> Stamp | None:
        try:
            found = os.stat(self._prefix + path)  # noqa: PTH116
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)

    def is_file(self, path: str) -> bool:
        return os.path.isfile(self._prefix + path)  # noqa: PTH113

    def is_directory(self, path: str) -> bool:
        return os.path.isdir(self._prefix + path)  # noqa: PTH112


def _entry(item: os.DirEntry[str]) -> Entry:
    try:
        return Entry(item.name, item.is_dir(follow_symlinks=False), item.is_file())
    except OSError:  # a link that leads to itself: only that entry is lost, not its folder
        return Entry(item.name, False, False)
