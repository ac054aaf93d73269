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
        for path, content in files.items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        self._files[path] = content.encode() if isinstance(content, str) else content

    def remove(self, path: str) -> None:
        del self._files[path]

    def read(self, path: str) -> bytes:
        try:
            return self._files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def read_head(self, path: str, size: int) -> bytes:
        return self.read(path)[:size]

    def entries(self, directory: str) -> list[Entry]:
        prefix = f"{directory}/" if directory else ""
        found: dict[str, bool] = {}
        for path in self._files:
            if path.startswith(prefix):
                name, slash, _ = path[len(prefix) :].partition("/")
                found[name] = found.get(name, False) or bool(slash)
        if not found and directory:
            raise FileNotFoundError(directory)
        return [Entry(name, is_directory, not is_directory) for name, is_directory in sorted(found.items())]

    def stamp(self, path: str) -> Stamp | None:
        content = self._files.get(path)
        return None if content is None else Stamp(len(content), zlib.crc32(content), 0)

    def is_file(self, path: str) -> bool:
        return path in self._files

    def is_directory(self, path: str) -> bool:
        prefix = f"{path}/" if path else ""
        return any(name.startswith(prefix) for name in self._files)
