"""The files at the paths that they will have."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.ports import Entry, FileSystem, Stamp


class MovedFiles:
    """A file system in which files and folders have moved. What nothing moved to is as it was, old paths included."""

    def __init__(self, files: FileSystem, moves: Mapping[str, str]) -> None:
        self.root = files.root
        self._files = files
        self._back = {new: old for old, new in moves.items()}

    def read(self, path: str) -> bytes:
        return self._files.read(moved(path, self._back))

    def read_head(self, path: str, size: int) -> bytes:
        return self._files.read_head(moved(path, self._back), size)

    def entries(self, directory: str) -> list[Entry]:
        return self._files.entries(moved(directory, self._back))

    def stamp(self, path: str) -> Stamp | None:
        return self._files.stamp(moved(path, self._back))

    def is_file(self, path: str) -> bool:
        return self._files.is_file(moved(path, self._back))

    def is_directory(self, path: str) -> bool:
        return self._files.is_directory(moved(path, self._back))


def moved(path: str, moves: Mapping[str, str]) -> str:
    """By the longest of the old paths that is the path itself or a folder around it."""
    folder = path
    while folder:
        if folder in moves:
            return moves[folder] + path[len(folder) :]
        folder = folder.rpartition("/")[0]
    return path
