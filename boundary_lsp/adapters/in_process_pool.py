"""A parse pool without processes."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.adapters.parsing import parse_from
from boundary_lsp.ports import FileSystem, Parsed


class InProcessPool:
    """Parses one file after the other through the file system port: for tests and for texts that are not on disk."""

    def __init__(self, files: FileSystem) -> None:
        self._files = files

    def warm_up(self) -> None: ...

    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        return (parse_from(self._files, path) for path in paths)

    def close(self) -> None: ...
