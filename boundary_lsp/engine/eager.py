"""A file system that tells, while folders are still being listed, that there are many files."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.ports import Entry, FileSystem, Stamp

MANY = 150
"""Files listed, of any kind: a program with fewer is parsed sooner than a worker is up."""


class CountingFiles:
    """A `FileSystem` in front of another; calls `when_many` once."""

    def __init__(self, files: FileSystem, when_many: Callable[[], None]) -> None:
        self.root = files.root
        self.read = files.read
        self.read_head = files.read_head
        self.is_file = files.is_file
        self.is_directory = files.is_directory
        self._files = files
        self._when_many = when_many
        self._missing = MANY

    def stamp(self, path: str) -> Stamp | None:
        return self._files.stamp(path)

    def entries(self, directory: str) -> list[Entry]:
        found = self._files.entries(directory)
        if self._missing > 0:
            self._missing -= sum(entry.is_file for entry in found)
            if self._missing <= 0:
                self._when_many()
        return found
