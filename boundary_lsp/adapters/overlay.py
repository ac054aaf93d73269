"""Open buffers in front of the disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from boundary_lsp.ports import Entry, FileSystem, Stamp

_NOT_ON_DISK = -2
"""In place of a time: no file has it, so facts of a buffer are never taken for those of a file by their stamp."""


class OverlayFileSystem:
    """A `FileSystem` over another, frozen: `texts`, by path, stand for what is there, or is not there yet."""

    def __init__(self, below: FileSystem, texts: Mapping[str, bytes]) -> None:
        self.root = below.root
        self._below = below
        self._texts = texts
        self._folders = folders_of(texts)

    def read(self, path: str) -> bytes:
        text = self._texts.get(path)
        return self._below.read(path) if text is None else text

    def read_head(self, path: str, size: int) -> bytes:
        text = self._texts.get(path)
        return self._below.read_head(path, size) if text is None else text[:size]

    def entries(self, directory: str) -> list[Entry]:
        added = self._folders.get(directory)
        if added is None:
            return self._below.entries(directory)
        found = {entry.name: entry for entry in self._on_disk(directory)}
        found.update((name, Entry(name, is_folder, not is_folder)) for name, is_folder in added.items())
        return sorted(found.values())

    def stamp(self, path: str) -> Stamp | None:
        text = self._texts.get(path)
        return self._below.stamp(path) if text is None else Stamp(len(text), _NOT_ON_DISK, zlib.crc32(text))

    def is_file(self, path: str) -> bool:
        return path in self._texts or self._below.is_file(path)

    def is_directory(self, path: str) -> bool:
        return path in self._folders or self._below.is_directory(path)

    def _on_disk(self, directory: str) -> list[Entry]:
        return self._below.entries(directory) if self._below.is_directory(directory) else []


def folders_of(paths: Iterable[str]) -> Mapping[str, Mapping[str, bool]]:
    """Of these paths: by folder, what is in it, and whether that is a folder again."""
    folders: dict[str, dict[str, bool]] = {}
    for path in paths:
        is_folder = False
        while path:
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, {})[name] = is_folder
            path, is_folder = folder, True
    return folders
