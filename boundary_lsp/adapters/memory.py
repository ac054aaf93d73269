"""Files in memory: for tests, and for texts that are nowhere on disk."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from boundary_lsp.ports import Entry, Stamp


class MemoryFileSystem:
    """`{path: text or bytes}`, changed by `write` and `remove`. Folders are those that the paths imply."""

    def __init__(self, files: Mapping[str, str | bytes], root: str = "/memory") -> None:
        self.root = root
        self._files: dict[str, bytes] = {}
        self._folders: dict[str, dict[str, bool]] = {"": {}}
        for path, content in files.items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        self._files[path] = content.encode() if isinstance(content, str) else content
        is_directory = False
        while path:
            folder, _, name = path.rpartition("/")
            self._folders.setdefault(folder, {})[name] = is_directory
            path, is_directory = folder, True

    def remove(self, path: str) -> None:
        """Folders that this leaves empty go too."""
        del self._files[path]
        while path:
            folder, _, name = path.rpartition("/")
            del self._folders[folder][name]
            if self._folders[folder] or not folder:
                return
            del self._folders[folder]
            path = folder

    def read(self, path: str) -> bytes:
        try:
            return self._files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def read_head(self, path: str, size: int) -> bytes:
        return self.read(path)[:size]

    def entries(self, directory: str) -> list[Entry]:
        if directory not in self._folders:
            raise FileNotFoundError(directory)
        return sorted(Entry(name, is_folder, not is_folder) for name, is_folder in self._folders[directory].items())

    def stamp(self, path: str) -> Stamp | None:
        content = self._files.get(path)
        return None if content is None else Stamp(len(content), zlib.crc32(content), 0)

    def is_file(self, path: str) -> bool:
        return path in self._files

    def is_directory(self, path: str) -> bool:
        return path in self._folders
